#!/usr/bin/env python3
"""Measures how quickly gradus and its neighbours answer on a pseudo-terminal.

Needs the Python standard library, the release binary, and dialog and whiptail for the ratios.

    cargo build --release && python3 benches/terminal.py [--runs 20]

All programs show the same question and take turns, so whatever else the machine does hits all of
them alike. Printed are medians and their ratio to dialog:

  start   from fork to the last byte of the first frame, ms
  cpu     user and system time until then, ms
  key     from a key (Down) to the last byte of its frame, ms
  key cpu CPU of that, ms
  bytes   written for that key
  answer  the same for a digit that is recorded (gradus only), ms
  burst   200 keys written at once to the last byte, ms
  idle    voluntary context switches in one second without a key
  rss     peak resident memory, MiB
"""

import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time

ROWS, COLUMNS = 40, 120
# A frame is complete when nothing more came for as long; the last byte counts, not this pause.
QUIET = 0.06
BURST = 200
# As the terminal sends them once a program has asked for its keypad.
DOWN, UP = b"\x1bOB", b"\x1bOA"


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command, environment):
        self.begun = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def settle(self, since, limit=10.0):
        """Reads until it is quiet. Returns the milliseconds to the last byte and the number of bytes."""
        last, count = None, 0
        deadline = time.perf_counter() + limit
        while time.perf_counter() < deadline:
            ready, _, _ = select.select([self.master], [], [], QUIET if last else 1.0)
            if not ready:
                break
            try:
                data = os.read(self.master, 1 << 16)
            except OSError:
                break
            if not data:
                break
            last, count = time.perf_counter(), count + len(data)
        return ((last or since) - since) * 1e3, count

    def press(self, keys):
        since = time.perf_counter()
        os.write(self.master, keys)
        return self.settle(since)

    def cpu(self):
        """User and system milliseconds of all threads, to the nanosecond of the scheduler."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e6

    def switches(self):
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/status") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt"))
        return total

    def peak(self):
        # Gone if the program took one of the keys for its end.
        with open(f"/proc/{self.pid}/status") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM")), float("nan"))

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.master)
        os.waitpid(self.pid, 0)


def measure(program, environment):
    terminal = Terminal(program["command"], environment)
    found = {}
    try:
        found["start"], _ = terminal.settle(terminal.begun)
        found["cpu"] = terminal.cpu()
        before, times, counts = terminal.cpu(), [], []
        for _ in range(5):
            spent, count = terminal.press(DOWN)
            times.append(spent)
            counts.append(count)
        found["key"], found["bytes"] = statistics.median(times), statistics.median(counts)
        found["key cpu"] = (terminal.cpu() - before) / 5
        if "answer" in program:
            found["answer"], _ = terminal.press(program["answer"])
            # Let the disk have it, so that nothing of it is counted below.
            time.sleep(0.3)
            terminal.settle(time.perf_counter())
        found["burst"], _ = terminal.press((DOWN + UP) * (BURST // 2))
        before = terminal.switches()
        time.sleep(1)
        found["idle"] = terminal.switches() - before
        found["rss"] = terminal.peak()
    finally:
        terminal.end()
    return found


def sample(gradus, folder, environment):
    """A new assessment, and the first question with its answers for the neighbours."""
    made = [gradus, "new", "--subject", "Bench", "-o", os.path.join(folder, "bench.gradus")]
    path = subprocess.run(made, env=environment, check=True, capture_output=True, text=True).stdout.strip()
    with open(os.path.join(os.path.dirname(__file__), "..", "rubrics", "icp.json")) as file:
        question = json.load(file)["dimensions"][0]["areas"][0]["questions"][0]
    anchors = question.get("anchors") or question.get("choices")
    text = lambda t: t["en"] if isinstance(t, dict) and "en" in t else text(t["text"])
    return path, text(question["text"]), [text(a) for a in anchors]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=20)
    arguments.add_argument("--gradus", default="target/release/gradus")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "GRADUS_LANG": "en", "GRADUS_STATE_DIR": os.path.join(folder, "state"),
        }
        gradus = os.path.abspath(options.gradus)
        path, question, anchors = sample(gradus, folder, environment)
        items = [word for i, anchor in enumerate(anchors) for word in (str(i), anchor[:90])]
        menu = [question, "20", "110", "6", *items]
        programs = {
            "gradus": {"command": [gradus, path], "answer": b"2"},
            "dialog": {"command": ["dialog", "--menu", *menu]},
            "whiptail": {"command": ["whiptail", "--menu", *menu]},
        }
        programs = {n: p for n, p in programs.items() if shutil.which(p["command"][0])}
        found = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, program in programs.items():
                found[name].append(measure(program, environment))
    print_table(found, options.runs)


def print_table(found, runs):
    columns = ["start", "cpu", "key", "key cpu", "bytes", "answer", "burst", "idle", "rss"]
    median = lambda name, column: (
        statistics.median(run[column] for run in found[name]) if column in found[name][0] else None)
    print(f"medians of {runs} interleaved runs, {COLUMNS}x{ROWS}, ratio to dialog in brackets\n")
    print("| program | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name in found:
        cells = []
        for column in columns:
            value = median(name, column)
            base = median("dialog", column) if "dialog" in found else None
            ratio = f" ({value / base:.2f})" if value is not None and base and name != "dialog" else ""
            cells.append("" if value is None else f"{value:.4g}{ratio}")
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures how quickly gradus and its neighbours answer on a pseudo-terminal.

Needs the Python standard library, the release binary, and dialog and whiptail for the ratios.

    cargo build --release --examples --bins && python3 benches/terminal.py [--runs 20] [--goals] [--workshop]

All programs show the same question and take turns, so whatever else the machine does hits all of
them alike. `form` is benches/form.rs, a list and a gauge drawn with the same library and nothing
else. `gradus 120` is an assessment of 120 questions in two languages with 500 events. Printed are
medians and their ratio to dialog:

  start   from spawn to the last byte of the first frame, ms
  cpu     user and system time until then, ms
  key     from a key (Down) to the last byte of its frame, ms
  key cpu CPU of that, ms
  bytes   written for that key
  answer  the same for a digit that is recorded (gradus only), ms
  burst   200 keys written at once to the last byte, ms
  idle    voluntary context switches in one second without a key
  rss     peak resident memory, MiB

With --goals a second table holds every goal P1 to P12 against what was measured. P9 needs strace.
With --workshop a key on the agenda of twelve raters is held against one of a single rater.
"""

import argparse
import fcntl
import json
import os
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import zlib

ROWS, COLUMNS = 40, 120
# A frame is complete when nothing more came for as long; the last byte counts, not this pause.
QUIET = 0.06
BURST = 200
# As the terminal sends them once a program has asked for its keypad.
DOWN, UP = b"\x1bOB", b"\x1bOA"


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command, environment, rows=ROWS, columns=COLUMNS):
        self.master, slave = os.openpty()
        self.resize(rows, columns)
        # Opened by the leader of a new session, the terminal becomes its own.
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2),
            (os.POSIX_SPAWN_CLOSE, slave), (os.POSIX_SPAWN_CLOSE, self.master),
        ]
        self.begun = time.perf_counter()
        # A fork of this interpreter would cost as much as half a start, the same for all, and hide their ratios.
        self.pid = os.posix_spawnp(command[0], command, environment, file_actions=actions, setsid=True)
        os.close(slave)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

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
        """User and system milliseconds of all threads, those that have ended too."""
        # The processor clock of another process (clock_getcpuclockid).
        return time.clock_gettime_ns((~self.pid << 3) | 2) / 1e6

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
            found["answer"], found["answer bytes"] = terminal.press(program["answer"])
            # Let the disk have it, so that nothing of it is counted below.
            time.sleep(0.3)
            terminal.settle(time.perf_counter())
        found["burst"], found["burst bytes"] = terminal.press((DOWN + UP) * (BURST // 2))
        before, spent = terminal.switches(), terminal.cpu()
        time.sleep(1)
        found["idle"], found["idle cpu"] = terminal.switches() - before, terminal.cpu() - spent
        found["rss"] = terminal.peak()
    finally:
        terminal.end()
    return found


def keys(terminal, count=5):
    """Median milliseconds of a key that moves the highlight."""
    return statistics.median(terminal.press(key)[0] for key in [DOWN, UP] * count)


# A complete assessment opens on its result; from there one key leads to the next screen.
SCREENS = {"result": b"", "why": b"y", "plan": b"p", "question": b"b", "review": b"r"}


def on_screens(command, environment):
    """A key on each screen, ms, and its CPU."""
    terminal = Terminal(command, environment)
    try:
        terminal.settle(terminal.begun)
        found = {}
        for name, to_screen in SCREENS.items():
            if to_screen:
                terminal.press(to_screen)
            before = terminal.cpu()
            found[name] = keys(terminal), (terminal.cpu() - before) / 10
        return found
    finally:
        terminal.end()


def while_syncing(command, environment, microseconds):
    """A key while the sync of an answer takes as long."""
    inject = f"inject=fsync,fdatasync:delay_exit={microseconds}"
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", inject]
    terminal = Terminal(strace + command, environment)
    try:
        terminal.settle(terminal.begun)
        terminal.press(b"2")
        return keys(terminal, 2)
    finally:
        # strace goes with what it watches.
        terminal.press(b"q")
        terminal.end()


def storm(command, environment):
    """Fifty sizes at once, down to one cell: bytes written, and whether the program still answers."""
    terminal = Terminal(command, environment)
    try:
        terminal.settle(terminal.begun)
        since = time.perf_counter()
        for step in range(50):
            terminal.resize(1 + (step * 7) % 60, 1 + (step * 31) % 200)
        terminal.resize(ROWS, COLUMNS)
        spent, count = terminal.settle(since)
        return spent, count, terminal.press(DOWN)[1] > 0
    finally:
        terminal.end()


def bare_append(folder, pause=0.0):
    """An append and its sync, which is the least that keeping an answer can cost.

    One after the other, or each after a pause: a disk that was at rest takes longer, and people pause.
    """
    times = []
    with open(os.path.join(folder, "append"), "ab", buffering=0) as file:
        for _ in range(20 if pause == 0 else 5):
            time.sleep(pause)
            since = time.perf_counter()
            file.write(b"x" * 200)
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - since) * 1e3)
    return statistics.median(times)


# For each key it appends, syncs and says a word, and it does nothing else.
APPENDER = """
import os, sys, tty
tty.setraw(0)
file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.write(1, b"ready")
while os.read(0, 1):
    os.write(file, b"x" * 200)
    os.fdatasync(file)
    os.write(1, b"saved")
"""


def append_in_terminal(folder, environment):
    """The same from a key to a word on a terminal: as long as an answer would take that is only kept."""
    terminal = Terminal([sys.executable, "-c", APPENDER, os.path.join(folder, "append")], environment)
    try:
        terminal.settle(terminal.begun)
        return statistics.median(terminal.press(b"2")[0] for _ in range(5))
    finally:
        terminal.end()


def voted(gradus, environment, folder, raters):
    """A workshop in which everybody has voted once on each question of the shipped rubric."""
    path = os.path.join(folder, f"room{raters}.gradus")
    new = [gradus, "new", "--subject", "Bench", "--mode", "workshop", "--depth", "full", "-o", path]
    subprocess.run(new, env=environment, check=True, capture_output=True)
    ids = [q["id"] for d in shipped()["dimensions"] for a in d["areas"] for q in a["questions"]]
    things = []
    for rater in range(1, raters + 1):
        things.append((f"rater/r{rater}", {"name": f"Rater {rater}"}))
        things += [(f"vote/1/{id}/r{rater}", {"level": (rater * 7 + n * rater) % 6}) for n, id in enumerate(ids)]
    with open(path, "a") as file:
        for n, (thing, value) in enumerate(things, 1):
            event = {"e": f"votes.{n}", "at": "2026-11-22T10:00:00.000+00:00", "by": "", "after": [], "thing": thing, "is": value}
            body = json.dumps(event, separators=(",", ":"))[:-1]
            file.write(f'{body},"crc":"{zlib.crc32(body.encode()):08x}"}}\n')
    return path


def on_agenda(command, environment):
    """A key on the agenda, ms, and its CPU."""
    terminal = Terminal(command, environment)
    try:
        terminal.settle(terminal.begun)
        terminal.press(b"W")
        before = terminal.cpu()
        return keys(terminal), (terminal.cpu() - before) / 10
    finally:
        terminal.end()


def shipped():
    with open(os.path.join(os.path.dirname(__file__), "..", "rubrics", "icp.json")) as file:
        return json.load(file)


def grown(name, each, data):
    """A rubric of the user like the shipped one, with as many questions in each of its 24 areas."""
    rubric = shipped()
    rubric.update(id=name, prerequisites=[])
    for dimension in rubric["dimensions"]:
        for area in dimension["areas"]:
            first = area["questions"][0]
            if each > 20:
                # A rubric is at most 4 MiB.
                first = {name: first[name] for name in ("text", "anchors")}
            area["questions"] = [dict(first, id=f"{area['id']}.{n + 1}", depth="quick") for n in range(each)]
    os.makedirs(os.path.join(data, "rubrics"), exist_ok=True)
    with open(os.path.join(data, "rubrics", name + ".json"), "w") as file:
        json.dump(rubric, file, ensure_ascii=False)
    return [q["id"] for d in rubric["dimensions"] for a in d["areas"] for q in a["questions"]]


def assessed(gradus, environment, folder, name, events, rubric=None, notes=(), depth="quick"):
    """A new assessment with about so many events."""
    run = lambda *args: subprocess.run([gradus, *args], env=environment, check=True, capture_output=True, text=True)
    new = ["new", "--subject", "Bench", "--depth", depth, "-o", os.path.join(folder, name + ".gradus")]
    path = run(*new, *(["--rubric", rubric[0]] if rubric else [])).stdout.strip()
    for note in notes:
        run("answer", path, "--note", note)
    ids = rubric[1] if rubric else []
    for done in range(0, events, max(len(ids), 1)):
        level = done // len(ids) % 4 + 1
        run("answer", path, *(f"{id}={level}" for id in ids[: events - done]))
    return path


def question():
    """The first question with its answers, for the neighbours."""
    first = shipped()["dimensions"][0]["areas"][0]["questions"][0]
    return first["text"]["en"], [anchor["en"] for anchor in first["anchors"]]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=20)
    arguments.add_argument("--gradus", default="target/release/gradus")
    arguments.add_argument("--goals", action="store_true")
    arguments.add_argument("--workshop", action="store_true")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "GRADUS_LANG": "en", "GRADUS_STATE_DIR": os.path.join(folder, "state"), "GRADUS_DATA_DIR": data,
        }
        gradus = os.path.abspath(options.gradus)
        form = os.path.join(os.path.dirname(gradus), "examples", "form")
        path = assessed(gradus, environment, folder, "bench", 0)
        big = assessed(gradus, environment, folder, "big", 500, ("bench120", grown("bench120", 5, data)))
        text, anchors = question()
        items = [word for i, anchor in enumerate(anchors) for word in (str(i), anchor[:90])]
        menu = [text, "20", "110", "6", *items]
        programs = {
            "gradus": {"command": [gradus, path], "answer": b"2"},
            "gradus 120": {"command": [gradus, big], "answer": b"2"},
            "dialog": {"command": ["dialog", "--menu", *menu]},
            "whiptail": {"command": ["whiptail", "--menu", *menu]},
            "form": {"command": [form]},
        }
        programs = {n: p for n, p in programs.items() if shutil.which(p["command"][0])}
        found = {name: [] for name in programs}
        more = {name: [] for name in ["screens", "synced", "slow sync", "append", "append at rest", "append in terminal", "storm", "huge", "48"]}
        rooms = {raters: voted(gradus, environment, folder, raters) for raters in [1, 12]} if options.workshop else {}
        agendas = {raters: [] for raters in rooms}
        if options.goals:
            note = "N1.1=" + "note " * (12 * 1024)
            huge = ("bench1992", grown("bench1992", 83, data))
            huge = assessed(gradus, environment, folder, "huge", 1992, huge, [note])
            all48 = [q["id"] for d in shipped()["dimensions"] for a in d["areas"] for q in a["questions"]]
            full = assessed(gradus, environment, folder, "full", 48, ("icp", all48), depth="full")
        for _ in range(options.runs):
            for name, program in programs.items():
                found[name].append(measure(program, environment))
            for raters, room in rooms.items():
                agendas[raters].append(on_agenda([gradus, room], environment))
            if not options.goals:
                continue
            more["screens"].append(on_screens([gradus, big], environment))
            if shutil.which("strace"):
                more["synced"].append(while_syncing([gradus, path], environment, 1))
                more["slow sync"].append(while_syncing([gradus, path], environment, 500_000))
            more["append"].append(bare_append(folder))
            more["append at rest"].append(bare_append(folder, QUIET))
            more["append in terminal"].append(append_in_terminal(folder, environment))
            more["storm"].append(storm([gradus, big], environment))
            for name, file in [("huge", huge), ("48", full)]:
                terminal = Terminal([gradus, file], environment, 60, 200)
                terminal.settle(terminal.begun)
                # To the first question, which has the note.
                terminal.press(b"b")
                terminal.press(b"/")
                terminal.press(b"N1.1\r")
                more[name].append(keys(terminal))
                terminal.end()
    print_table(found, options.runs)
    if rooms:
        print_keys("agenda of so many raters", agendas)
    if options.goals:
        print_goals(found, more, os.path.getsize(gradus))


def print_keys(what, found):
    """Medians of keys and of their CPU, ms."""
    print(f"\n| {what} | key | cpu |\n|---|---|---|")
    for name, runs in found.items():
        print(f"| {name} | {statistics.median(r[0] for r in runs):.3g} | {statistics.median(r[1] for r in runs):.3g} |")


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


def print_goals(found, more, size):
    of = lambda name, column: statistics.median(run[column] for run in found[name])
    mid = lambda name: statistics.median(more[name]) if more[name] else float("nan")
    big, base, form = "gradus 120", "dialog", "form"
    storms = more["storm"]
    screens = {name: [run[name] for run in more["screens"]] for name in SCREENS}
    slowest = max(statistics.median(run[0] for run in runs) for runs in screens.values())
    busiest = max(statistics.median(run[1] for run in runs) for runs in screens.values())
    print_keys("screen of gradus 120", screens)
    rows = [
        ("P1", "start, against dialog; CPU ms", "1; 8", f"{of(big, 'start') / of(base, 'start'):.2f}; {of(big, 'cpu'):.1f}"),
        ("P2", "key, slowest screen, against form", "1.5", f"{slowest / of(form, 'key'):.2f}"),
        ("P3", "CPU of a key, busiest screen, ms", "1.5", f"{busiest:.2f}"),
        ("P4", "bytes of a key; of an answer", "600; 1,500", f"{of(big, 'bytes'):.0f}; {of(big, 'answer bytes'):.0f}"),
        ("P5", "200 keys, against dialog; bytes", "1", f"{of(big, 'burst') / of(base, 'burst'):.2f}; {of(big, 'burst bytes'):.0f}"),
        ("P6", "idle: wake-ups; CPU ms a second", "0; 0", f"{of(big, 'idle'):.0f}; {of(big, 'idle cpu'):.2f}"),
        ("P7", "peak memory, MiB", "8", f"{of(big, 'rss'):.1f}"),
        ("P8", "size, bytes", "5,000,000", f"{size:,}"),
        ("P9", "key while a sync takes 500 ms, against 0", "1.1", f"{mid('slow sync') / mid('synced'):.2f}"),
        ("P10", "answer until saved, against append and sync", "3", f"{of('gradus', 'answer') / mid('append'):.2f}"),
        ("", "the same, each after a pause", "", f"{of('gradus', 'answer') / mid('append at rest'):.2f}"),
        ("", "the same, from a key to a word on a terminal", "", f"{of('gradus', 'answer') / mid('append in terminal'):.2f}"),
        ("P11", "key at 1,992 questions, 200x60, against 48", "1.2", f"{mid('huge') / mid('48'):.2f}"),
        ("P12", "50 sizes at once: ms; bytes; all lived", "", f"{statistics.median(s[0] for s in storms):.1f}; "
            f"{statistics.median(s[1] for s in storms):.0f}; {all(s[2] for s in storms)}"),
    ]
    print("\n| | what | goal | measured |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures `gradus cohort` against the mere reading of the same files, and against orjson with numpy.

    cargo build --release --bin gradus --example gradus-gen --example read-pass
    python3 benches/cohort.py --count 100000 --runs 5

The files are generated once into --dir and left there. Runs are interleaved; medians are printed with
their ratio to the read-only pass. Needs Python's standard library; the peer also orjson and numpy, and
is left out where they are missing. CPU and peak memory are those of the child alone.
"""
import argparse, os, resource, signal, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))

PEER = r'''
import os, sys, orjson, numpy as np
folder, rubric = sys.argv[1], orjson.loads(open(sys.argv[2], "rb").read())
dims = [[q["id"] for a in d["areas"] for q in a["questions"]] for d in rubric["dimensions"]]
area = {q["id"]: a["id"] for d in rubric["dimensions"] for a in d["areas"] for q in a["questions"]}
credit = rubric["toward"]
scores = [[] for _ in dims]
for entry in os.scandir(folder):
    if not entry.name.endswith(".gradus"):
        continue
    with open(entry.path, "rb") as f:
        data = f.read()
    heads = {}
    try:
        for line in data.splitlines():
            event = orjson.loads(line)
            thing = event.get("thing")
            if thing and thing.startswith("answer/"):
                heads[thing[7:]] = event["is"]
        for out, questions in zip(scores, dims):
            areas = {}
            for q in questions:
                answer = heads.get(q)
                if answer and "level" in answer:
                    areas.setdefault(area[q], []).append(answer["level"] + credit.get(answer.get("toward"), 0.0))
            if areas:
                out.append(sum(sum(v) / len(v) for v in areas.values()) / len(areas))
    except (ValueError, TypeError, AttributeError):
        continue
for values in scores:
    x = np.asarray(values)
    print(len(x), x.mean(), x.std(ddof=1), np.quantile(x, [.1, .25, .5, .75, .9]))
'''


OWN = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def once(command, environment):
    """Wall seconds, CPU seconds and peak MiB of one run."""
    began = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = 0
    while not os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        seen = max(seen, peak(child.pid))
        time.sleep(0.005)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit(f"{command[0]} failed: {status}")
    # What the kernel counts begins with the pages of whoever starts a program: this one's.
    memory = used.ru_maxrss if used.ru_maxrss > OWN + 1024 else seen
    return wall, used.ru_utime + used.ru_stime, memory / 1024


def peak(pid):
    """Peak KiB so far of a running program's own pages."""
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def stop_time(command, environment, after):
    """Milliseconds from an interrupt to the end, and what was printed by then; None if it had ended before."""
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    time.sleep(after)
    began = time.perf_counter()
    child.send_signal(signal.SIGINT)
    printed, _ = child.communicate()
    if child.returncode == 0:
        return None
    return (time.perf_counter() - began) * 1000, len(printed)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--count", type=int, default=100_000)
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--dir", default=os.path.join(tempfile.gettempdir(), "gradus-cohort"))
    ap.add_argument("--bin", default=os.path.join(HERE, "..", "target", "release"))
    ap.add_argument("--no-peer", action="store_true")
    a = ap.parse_args()
    program = lambda name: os.path.join(a.bin, name)
    folder = os.path.join(a.dir, str(a.count))
    if not os.path.isdir(folder):
        subprocess.run([program("examples/gradus-gen"), "--dir", folder, "--count", str(a.count), "--bad", "14"], check=True)
    with tempfile.TemporaryDirectory() as empty:
        environment = dict(os.environ, GRADUS_DATA_DIR=empty, GRADUS_STATE_DIR=empty, GRADUS_LANG="en")
        jsonl = os.path.join(a.dir, f"{a.count}.jsonl")
        gradus = program("gradus")
        if not os.path.exists(jsonl):
            subprocess.run([gradus, "collect", folder, "-o", jsonl], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        threads = ["--threads", str(a.threads)]
        peers = {
            "read only": [program("examples/read-pass"), folder, str(a.threads)],
            "read only, one thread": [program("examples/read-pass"), folder, "1"],
            "gradus cohort": [gradus, "cohort", folder, "--json", *threads],
            "gradus cohort --by sector,size": [gradus, "cohort", folder, "--by", "sector,size", "--json", *threads],
            "gradus cohort, one thread": [gradus, "cohort", folder, "--json", "--threads", "1"],
            "gradus cohort, JSONL": [gradus, "cohort", jsonl, "--json", *threads],
            "gradus cohort --reliability": [gradus, "cohort", folder, "--reliability", "--json", *threads],
            "gradus collect": [gradus, "collect", folder, "-o", os.path.join(a.dir, "again.jsonl"), "--force", *threads],
        }
        if not a.no_peer and subprocess.run([sys.executable, "-c", "import orjson, numpy"], capture_output=True).returncode == 0:
            rubric = os.path.join(HERE, "..", "rubrics", "icp.json")
            peers["orjson + numpy"] = [sys.executable, "-c", PEER, folder, rubric]
        found = {name: [] for name in peers}
        for command in peers.values():
            once(command, environment)
        for _ in range(a.runs):
            for name, command in peers.items():
                found[name].append(once(command, environment))
        middle = {name: [statistics.median(x) for x in zip(*runs)] for name, runs in found.items()}
        limit = middle["read only"]
        print(f"{a.count} files, {a.threads} threads, medians of {a.runs}\n")
        print("| | wall s | x read only | CPU s | x | peak MiB |\n|---|---|---|---|---|---|")
        for name, (wall, cpu, memory) in middle.items():
            print(f"| {name} | {wall:.2f} | {wall / limit[0]:.1f} | {cpu:.2f} | {cpu / limit[1]:.1f} | {memory:.0f} |")
        wall = min(run[0] for run in found["gradus cohort"])
        stops = [stop_time(peers["gradus cohort"], environment, wall * part) for part in (0.2, 0.4, 0.6)]
        stops = [stop for stop in stops if stop]
        if stops:
            most, printed = max(ms for ms, _ in stops), sum(n for _, n in stops)
            print(f"\n{len(stops)} runs were stopped, after {most:.0f} ms at most; {printed} bytes were printed by then")


if __name__ == "__main__":
    main()

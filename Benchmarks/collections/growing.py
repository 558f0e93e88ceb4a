"""Ten documents are added to a collection of many: how long until it answers again.

  growing.py RELATA --names names.tsv --documents 10000 [--folder FOLDER]

Made articles (make_corpus.py) come from few real ones and would be taken for copies of each other, so what copies are told by is
taken out of the collection before its graph is made.
"""

import argparse
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
NEW = 10


def timed(label, command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(f"{label:<44} {time.perf_counter() - start:7.2f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relata")
    parser.add_argument("--names", required=True)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", help="where to work; kept")
    options = parser.parse_args()
    folder = pathlib.Path(options.folder or tempfile.mkdtemp())
    old, new = folder / "old", folder / "new"
    for path in (old, new):
        shutil.rmtree(path, ignore_errors=True)
    subprocess.run(
        [sys.executable, HERE / "make_corpus.py", "--names", options.names, "--output", old,
         "--documents", str(options.documents + NEW)], check=True)
    (old / "truth.tsv").unlink()
    new.mkdir()
    for number in range(options.documents + 1, options.documents + NEW + 1):
        (old / f"article-{number}.txt").rename(new / f"article-{number}.txt")

    collection = folder / "news.relata-db"
    for path in folder.glob("news.relata*"):
        path.unlink()
    question = [options.relata, "path", "Russia", "Iran", "--graph", collection]
    timed(f"reading {options.documents} documents", [options.relata, "collection", "add", collection, old, "--quiet"])
    database = sqlite3.connect(collection)
    database.execute("UPDATE document SET signature = x''")
    database.commit()
    database.close()
    timed("first question (all resolved)", question)
    timed("second question", question)
    timed(f"adding {NEW} documents", [options.relata, "collection", "add", collection, new, "--quiet"])
    timed("first question (new documents joined)", question)
    timed("second question", question)
    timed("all of one entity", [options.relata, "show", "Russia", "--graph", collection])


if __name__ == "__main__":
    main()

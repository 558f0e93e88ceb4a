"""A Spark with two executors that are processes of their own, and the ``relata`` under test."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For Java: the tests end before code that is compiled more thoroughly would be of use."""

REPOSITORY = Path(__file__).resolve().parents[2]
Row = dict[str, str | None]


@pytest.fixture(scope="session")
def relata() -> str:
    """The program: $RELATA, or what was built last for the tests of the repository."""
    path = Path(os.environ.get("RELATA", REPOSITORY / ".build/debug/relata"))
    assert path.is_file(), f"{path} is not there: build it, or name another one with RELATA"
    return str(path.resolve())


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    home = tmp_path_factory.mktemp("spark")
    # Workers write below Spark's home, which is no place for it.
    for part in Path(pyspark.__file__).parent.iterdir():
        if part.name in ("bin", "jars", "python", "sbin"):
            (home / part.name).symlink_to(part)
    os.environ["SPARK_HOME"] = str(home)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_DIRS"] = str(tmp_path_factory.mktemp("local"))
    os.environ["PYSPARK_SUBMIT_ARGS"] = f'--driver-java-options "{QUICK_START}" pyspark-shell'
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.executor.extraJavaOptions", QUICK_START)
        # Code that is made for each query takes longer to compile than these rows to be read.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        # So does planning anew after each shuffle.
        .config("spark.sql.adaptive.enabled", "false")
        .appName("relata-spark tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.network.timeout", "600s")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def articles() -> list[Row]:
    """Short articles of the annotated ones, and those of the README."""
    files = sorted((REPOSITORY / "Annotations/articles").glob("wikinews-*.txt"))
    short = [path for path in files if path.stat().st_size < 1300][:15]
    seeds = sorted((REPOSITORY / "seeds").glob("*.txt"))[:1]
    assert len(short) == 15 and len(seeds) == 1
    return [
        {
            "id": path.name,
            "text": path.read_text("utf-8"),
            "title": f"Title of {path.stem}",
            "date": "2024-12-08" if number % 2 else None,
            "url": f"https://news.example/{path.stem}",
        }
        for number, path in enumerate([*short, *seeds])
    ]


@pytest.fixture(scope="session")
def alone(relata: str, articles: list[Row]) -> dict[str, dict[str, object]]:
    """What one process of ``relata records`` finds in the articles, by their identifiers."""
    return answers(relata, articles)


def answers(relata: str, rows: list[Row]) -> dict[str, dict[str, object]]:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    run = subprocess.run([relata, "records"], input=lines.encode(), capture_output=True)
    assert run.returncode in (0, 2), run.stderr
    return {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines()[1:])}


@pytest.fixture
def wrapper(tmp_path: Path, relata: str) -> Callable[[str], str]:
    """Makes a program of a shell script that calls ``"$RELATA"``; ``$FOLDER`` is the test's."""

    def make(script: str) -> str:
        return program(tmp_path, f"#!/bin/sh\nRELATA='{relata}'\nFOLDER='{tmp_path}'\n{script}\n")

    return make


@pytest.fixture
def crashing(tmp_path: Path, relata: str) -> Callable[[str], str]:
    """Makes a program that answers as ``relata`` does, and dies of the document of a name."""

    def make(name: str) -> str:
        script = f"""
            import os, signal, subprocess, sys
            relata = subprocess.Popen([{relata!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
            for line in sys.stdin.buffer:
                if {json.dumps({"id": name}, ensure_ascii=False).strip("{}").encode()!r} in line:
                    relata.stdin.close()
                    relata.wait()
                    os.kill(os.getpid(), signal.SIGSEGV)
                relata.stdin.write(line)
                relata.stdin.flush()
            relata.stdin.close()
            sys.exit(relata.wait())
        """
        # A first line cannot name a program with a blank in its path; this one is shell and Python.
        start = f"""#!/bin/sh\n'''exec' '{sys.executable}' "$0" "$@"\n' '''\n"""
        return program(tmp_path, start + textwrap.dedent(script))

    return make


def kill_executor(pids: Path) -> int:
    """Kills the executor of the first program that has written its number into a file. Returns the
    executor's number."""
    while not pids.exists() or not pids.read_text().strip():
        time.sleep(0.05)
    executor = _executor_above(int(pids.read_text().split()[0]))
    os.kill(executor, signal.SIGKILL)
    return executor


def _executor_above(pid: int) -> int:
    while pid > 1:
        columns = subprocess.run(
            ["ps", "-ww", "-o", "ppid=,args=", "-p", str(pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split(maxsplit=1)
        if "CoarseGrainedExecutorBackend" in columns[1]:
            return pid
        pid = int(columns[0])
    raise AssertionError("no executor above the program")


def program(folder: Path, script: str) -> str:
    path = folder / "wrapped-relata"
    path.write_text(script)
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with next to no room."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not shutil.which("mount") or os.geteuid() != 0:
        pytest.skip("only root can make a disk that is full")
    options = "size=256k,mode=0777"
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)])
    if made.returncode != 0:
        pytest.skip("this machine does not let a disk be made")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)

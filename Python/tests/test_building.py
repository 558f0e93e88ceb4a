"""Documents become a graph."""

from __future__ import annotations

import gc
import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import REPOSITORY, SEEDS

import relata
from relata import program as relata_program


def test_a_folder_becomes_a_graph(graph: relata.Graph) -> None:
    assert graph.warnings == ()
    names = {document["id"] for document in graph.to_networkx().graph["documents"]}
    assert names == {file.name for file in SEEDS.iterdir()}


def test_the_folder_goes_with_its_graph(tmp_path: Path) -> None:
    made = relata.build(SEEDS / "sharaa-visits-russia.txt")
    folder = made.file.parent
    assert folder.is_dir()
    del made
    gc.collect()
    assert not folder.exists()


def test_what_is_kept_can_be_loaded(tmp_path: Path) -> None:
    made = relata.build(SEEDS / "sharaa-visits-russia.txt", into=tmp_path / "out")
    again = relata.load(tmp_path / "out")
    assert again.file == made.file
    assert again.to_networkx().nodes == made.to_networkx().nodes


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)))
    made = relata.build([SEEDS / "sharaa-visits-russia.txt", tmp_path / "broken.pdf"])
    assert len(made.warnings) == 1 and "broken.pdf" in made.warnings[0]


def test_a_name_is_never_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("--version", "@list", "-"):
        (tmp_path / name).write_text("Rebels captured Aleppo on 30 November 2024.\n")
        made = relata.build(name)
        assert len(made.to_networkx().graph["documents"]) == 1


@pytest.mark.parametrize("paths", ["nowhere", [], ["nowhere", "neither"]])
def test_nothing_to_read(paths: str | list[str]) -> None:
    with pytest.raises(relata.RelataError) as caught:
        relata.build(paths)
    assert caught.value.status in (relata.Status.NO_INPUT, relata.Status.USAGE)
    assert caught.value.message and "\n" not in caught.value.message


def test_nothing_to_load(tmp_path: Path) -> None:
    with pytest.raises(relata.RelataError) as caught:
        relata.load(tmp_path)
    assert caught.value.status == relata.Status.NO_INPUT


def test_a_program_that_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RELATA", str(tmp_path / "relata"))
    with pytest.raises(relata.RelataError) as caught:
        relata.build(SEEDS)
    assert caught.value.status == relata.Status.UNAVAILABLE
    assert str(tmp_path) in caught.value.message


def test_package_and_program_are_of_one_version() -> None:
    source = (REPOSITORY / "Sources/Relata/RelataVersion.swift").read_text(encoding="utf-8")
    current = re.search(r'static let current = "(.*)"', source)
    project = (REPOSITORY / "Python/pyproject.toml").read_text(encoding="utf-8")
    assert current is not None
    assert f'\nversion = "{current[1]}"\n' in project
    told = subprocess.run(
        [relata_program.find(), "--version"], check=True, capture_output=True, text=True
    ).stdout
    assert told.strip() == current[1]


def test_the_command_becomes_the_program(program: str) -> None:
    command = ["python3", "-c", "from relata.program import main; main()", "--version"]
    source = Path(relata.__file__).parents[1]
    told = subprocess.run(
        command,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    ).stdout
    assert told == subprocess.run([program, "--version"], check=True, capture_output=True).stdout

"""One graph of ``seeds/``, made by the package that is installed, or else by what was built last."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import relata

REPOSITORY = Path(__file__).resolve().parents[2]
SEEDS = REPOSITORY / "seeds"


@pytest.fixture(scope="session", autouse=True)
def program() -> str:
    """The program under test: of the wheel, or, where the package is not installed with one,
    $RELATA or what was built last for the tests of the repository."""
    bundled = Path(relata.__file__).parent / "bin" / "relata"
    if not bundled.is_file():
        os.environ.setdefault("RELATA", str(REPOSITORY / ".build/debug/relata"))
    found = os.environ.get("RELATA", str(bundled))
    assert os.access(found, os.X_OK), f"{found} is not there: build it, or name another as RELATA"
    return found


@pytest.fixture(scope="session")
def graph() -> relata.Graph:
    return relata.build(SEEDS)

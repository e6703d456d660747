"""The public names: each is there, each is documented, and importing them is light."""

from __future__ import annotations

import subprocess
import sys

import pytest

import detente


@pytest.mark.parametrize("name", detente.__all__)
def test_a_public_name(name: str) -> None:
    value = getattr(detente, name)
    if callable(value):
        assert value.__doc__, name


def test_the_list_is_whole() -> None:
    assert len(set(detente.__all__)) == len(detente.__all__)
    assert set(detente.__all__) <= set(dir(detente))


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = detente.colour


def test_read_is_the_function_whatever_was_imported() -> None:
    from detente.read import read_text

    assert callable(read_text)
    assert detente.read.__module__ == "detente.archive.alone"


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, detente; heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'numpy', 'lxml'}; "
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

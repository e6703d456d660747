"""A swift record is the frozen dataclass it was, made faster."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.records.swift import swift


@dataclass(frozen=True, slots=True)
class Plain:
    start: int
    words: str = "none"
    rows: tuple[int, ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class Swift:
    start: int
    words: str = "none"
    rows: tuple[int, ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class Lists:
    seen: list[int] = field(default_factory=list)
    _: KW_ONLY
    name: str = "x"
    made: str = field(default="here", init=False)
    table: dict[str, int] = field(default_factory=dict, init=False)


@swift
@dataclass(frozen=True, slots=True)
class Checked:
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.start} to {self.end}")


@swift
@dataclass(frozen=True, slots=True)
class Longer(Checked):
    note: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Empty:
    pass


@pytest.mark.parametrize(
    ("places", "words"),
    [
        pytest.param((1,), {}, id="defaults"),
        pytest.param((1, "two"), {}, id="by place"),
        pytest.param((), {"start": 1, "rows": (4, 5)}, id="by name"),
        pytest.param((1, "two", (3,)), {}, id="all"),
        pytest.param((None, None, None), {}, id="nulls"),
    ],
)
def test_says_what_the_plain_class_says(places: tuple[Any, ...], words: dict[str, Any]) -> None:
    plain, swift_one = Plain(*places, **words), Swift(*places, **words)
    assert repr(swift_one) == repr(plain).replace("Plain", "Swift")
    assert dataclasses.asdict(swift_one) == dataclasses.asdict(plain)
    assert hash(swift_one) == hash(plain)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        pytest.param((), {}, id="a field is missing"),
        pytest.param((1, "a", (), 4), {}, id="one too many"),
        pytest.param((1,), {"start": 2}, id="twice"),
        pytest.param((1,), {"colour": 2}, id="unknown"),
    ],
)
def test_refuses_what_the_plain_class_refuses(places: tuple[Any, ...], words: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as plain:
        Plain(*places, **words)
    with pytest.raises(TypeError) as ours:
        Swift(*places, **words)
    assert str(ours.value).replace("Swift", "Plain") == str(plain.value)


def test_a_record_stays_frozen() -> None:
    one = Swift(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.start = 2  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        one.colour = 2  # type: ignore[attr-defined]
    assert one.start == 1


def test_a_factory_makes_a_list_for_each_record() -> None:
    one, other = Lists(), Lists()
    one.seen.append(1)
    one.table["a"] = 1
    assert (other.seen, other.table, other.made, other.name) == ([], {}, "here", "x")
    assert Lists([7], name="y").seen == [7]
    with pytest.raises(TypeError):
        Lists([7], "y")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Lists(made="there")  # type: ignore[call-arg]


def test_the_check_after_it_still_runs() -> None:
    assert Checked(1, 2).end == 2
    with pytest.raises(ValueError, match="3 to 2"):
        Checked(3, 2)
    with pytest.raises(ValueError, match="3 to 2"):
        Longer(3, 2, "inherited")
    assert Longer(1, 2, note="n") == Longer(1, 2, "n")


def test_a_class_without_fields() -> None:
    assert Empty() == Empty()


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_copies_and_pickles(again: Any) -> None:
    for one in (Swift(1, "b", (2, 3)), Lists([1], name="n"), Longer(1, 2, "n")):
        assert again(one) == one


def test_replace_and_signature() -> None:
    assert dataclasses.replace(Swift(1, "b"), start=9) == Swift(9, "b")
    assert list(inspect.signature(Swift).parameters) == list(inspect.signature(Plain).parameters)
    assert Swift.__init__.__annotations__ == Plain.__init__.__annotations__


@given(st.integers(), st.text(), st.lists(st.integers()).map(tuple))
def test_equality_is_that_of_the_fields(start: int, words: str, rows: tuple[int, ...]) -> None:
    one = Swift(start, words, rows)
    assert one == Swift(start, words=words, rows=rows)
    assert (one.start, one.words, one.rows) == (start, words, rows)


def test_what_is_not_for_it() -> None:
    class Bare:
        pass

    @dataclass(frozen=True)
    class NoSlots:
        start: int = 0

    @dataclass(frozen=True, slots=True)
    class Asked:
        start: int
        how: InitVar[int]

        def __post_init__(self, how: int) -> None:
            object.__setattr__(self, "start", how)

    for cls, told in ((Bare, "no dataclass"), (NoSlots, "start"), (Asked, "how")):
        with pytest.raises(TypeError, match=told):
            swift(cls)

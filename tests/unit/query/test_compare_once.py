"""A story laid side by side tells nothing twice: what one sentence holds is one claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.query.refs import Ref
from detente.query.stories import _innermost, _unsaid
from detente.query.views import Act, Reports, Saying
from detente.records import Event, Participant, Statement, When, make_id

NOBODY = Reports(1, (), 0, 1)
DAY = When()
A1, A2, B1 = ("article:a", 1), ("article:a", 2), ("article:b", 1)


def refs(*places: tuple[str, int]) -> tuple[Ref, ...]:
    return tuple(Ref(article, number, f"{article[-1]}:{number}") for article, number in places)


def saying(speaker: str, content: str, *places: tuple[str, int]) -> Saying:
    key = make_id("statement", speaker, content)
    row = Statement(
        key, "article:a", 1, Participant(speaker, speaker, None, "person"), content, "indirect", "said",
        None, None, DAY, (), 0.9, "made", (),
    )  # fmt: skip
    return Saying(row, (key,), None, DAY, NOBODY, refs(*places))


def act(trigger: str, *places: tuple[str, int]) -> Act:
    key = make_id("event", trigger, *places)
    row = Event(
        key, "article:a", 1, "ARREST", None, 1, 1.0, (), (), trigger, None, DAY, "happened", None, 0.8,
        "made", (),
    )  # fmt: skip
    return Act(row, (key,), DAY, NOBODY, refs(*places))


class TestActs:
    REMARK = "police had arrested two envoys on the quay"

    @pytest.mark.parametrize(
        ("trigger", "places", "kept"),
        [
            ("arrested", (A1,), False),
            ("ARRESTED", (A1,), False),
            ("expelled", (A1,), True),
            ("arrest", (A1,), True),
            ("arrested", (A2,), True),
            ("arrested", (A1, B1), True),
            ("arrested", (A1, A2), True),
        ],
        ids=[
            "within the remark", "in other letters", "another act", "another word", "another sentence",
            "told by another article as well", "told by another sentence as well",
        ],
    )  # fmt: skip
    def test_an_act_within_a_remark_is_told_by_the_remark(
        self, trigger: str, places: tuple[tuple[str, int], ...], kept: bool
    ) -> None:
        done = [act(trigger, *places)]
        assert _unsaid(done, [saying("Ana Holm", self.REMARK, A1)]) == (done if kept else [])

    def test_a_remark_that_more_articles_tell_tells_the_act_of_fewer(self) -> None:
        assert _unsaid([act("arrested", A1)], [saying("Ana Holm", self.REMARK, A1, B1)]) == []

    def test_without_remarks_every_act_stays(self) -> None:
        done = [act("arrested", A1), act("expelled", B1)]
        assert _unsaid(done, []) == done


class TestRemarks:
    INNER = "the treaty on herring would be signed in June"

    @pytest.mark.parametrize(
        ("speaker", "content", "places", "kept"),
        [
            ("The Quay Post", f"Mr. Holm promised that {INNER}", (A1,), False),
            ("The Quay Post", f"Mr. Holm promised that {INNER}", (A2,), True),
            ("The Quay Post", f"Mr. Holm promised that {INNER}", (A1, B1), True),
            ("Mr. Holm", f"once more that {INNER}", (A1,), True),
            ("The Quay Post", f"{'after a week of storms ' * 4}Mr. Holm said {INNER}", (A1,), True),
            ("The Quay Post", "the treaty on herring would not be signed in June", (A1,), True),
            ("The Quay Post", INNER, (A1,), True),
        ],
        ids=[
            "another's remark", "another sentence", "more articles", "the same speaker",
            "much besides", "other words", "the very words",
        ],
    )  # fmt: skip
    def test_of_a_remark_that_is_mostly_anothers_the_inner_one_stays(
        self, speaker: str, content: str, places: tuple[tuple[str, int], ...], kept: bool
    ) -> None:
        inner = saying("Mr. Holm", self.INNER, A1)
        outer = saying(speaker, content, *places)
        assert _innermost([outer, inner]) == ([outer, inner] if kept else [inner])
        assert _innermost([inner, outer]) == ([inner, outer] if kept else [inner])

    def test_the_innermost_of_three_stays(self) -> None:
        inner = saying("Mr. Holm", self.INNER, A1)
        middle = saying("Ana", f"Mr. Holm said {self.INNER}", A1)
        outer = saying("The Quay Post", f"Ana told that Mr. Holm said {self.INNER}", A1)
        assert _innermost([outer, middle, inner]) == [inner]

    def test_parts_of_words_are_no_part(self) -> None:
        inner = saying("Mr. Holm", "art is long", A1)
        outer = saying("Ana", "smart is longer", A1)
        assert _innermost([outer, inner]) == [outer, inner]
        same = replace(inner, refs=refs(B1))
        assert _innermost([same, inner]) == [same, inner]

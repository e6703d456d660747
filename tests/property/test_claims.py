"""What holds of positions and forecasts in any paragraph of diplomatic prose."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.extract.forecasts import find_forecasts
from detente.extract.mentions import find_mentions
from detente.extract.positions import find_positions
from detente.knowledge.registry import registry
from tests.factories import parse_of

SUBJECTS = ["Russia", "The U.S.", "Moscow", "The talks", "He", "Analysts", "It", "John Kerry", "—"]
VERBS = [
    "will not accept",
    "opposes",
    "has called for",
    "could see",
    "must leave",
    "is likely to lose",
    "will visit",
    "is an ally of",
    "vetoed",
    "said that",
    "",
]
OBJECTS = [
    "Assad",
    "the missile shield,",
    "sanctions on Iran.",
    "“a deal",
    "little chance of peace",
    "?",
    "\n",
]
WORDS = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS)).map(
    " ".join
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" and ".join).filter(str.strip)


@settings(max_examples=40)
@given(TEXTS)
def test_every_row_shows_its_words_and_is_the_same_again(text: str) -> None:
    parse = parse_of(text)
    cast = find_mentions(parse, registry())
    positions = find_positions(parse, cast, (), (), ())
    forecasts = find_forecasts(parse, cast, (), ())
    assert positions == find_positions(parse, cast, (), (), ())
    assert forecasts == find_forecasts(parse, cast, (), ())
    for row in (*positions, *forecasts):
        assert row.claim
        assert 1 <= row.sentence <= len(parse.sents)
        assert any(evidence.role == "row" for evidence in row.evidence)
        for evidence in row.evidence:
            assert evidence.quote == parse.article.text[evidence.start : evidence.end]
        assert all(word in text for word in row.claim.split())
    assert len({row.id for row in positions}) == len(positions)
    assert len({row.id for row in forecasts}) == len(forecasts)

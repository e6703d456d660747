"""What holds of issues in any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.issues import all_issues, issue_mentions, issues_in, terms_of

TERMS = [
    term for item in all_issues() for term in terms_of(item.id) if " ~ " not in term and "|" not in term
]
PIECES = st.one_of(
    st.sampled_from(TERMS),
    st.text(max_size=12),
    st.sampled_from([" ", ". ", "-", "\n\n", "’s ", "İ", "ß"]),
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


@given(TEXTS)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    found = issue_mentions(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    known = {item.id for item in all_issues()}
    assert {mention.issue for mention in found} <= known


@given(TEXTS)
def test_ids_are_those_of_the_mentions_once_each(text: str) -> None:
    ids = issues_in(text)
    assert len(set(ids)) == len(ids)
    assert set(ids) == {mention.issue for mention in issue_mentions(text)}


@given(TEXTS, TEXTS)
def test_paragraphs_do_not_touch_each_other(one: str, two: str) -> None:
    together = set(issues_in(f"{one}\n\nx. {two}"))
    assert set(issues_in(f"{one}\n\nx. ")) <= together

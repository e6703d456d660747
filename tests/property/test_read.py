# ruff: noqa: E501 -- tables of cases keep one case on one line
"""Whatever the text: every character has one role, the view leads back, and nothing raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.read import body_view, read_bytes, read_text
from detente.records import Article

_LINES = st.sampled_from(
    [
        "", "  ", "Ministers meet over fish", "By Jane Roe", "May 9, 2013", "Advertisement", "Keep reading for free!",
        "**The Example Post**", "- [A link](#)", "## Related articles:", "Lind met Orso in theUnited Nations , he said.",
        "“We are not there yet,” Lind told reporters in Oslo.", "and that the talks had been useful to both.",
        "Lind said on Monday after hours of talks with her colleague from Sudia that", "© 2013 The Example Post",
        "Two ministers. (AP Photo/Jane Roe)", "OSLO (Reuters) - The ministers met in Oslo on Monday, officials said.",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.lists(_LINES, min_size=1, max_size=14).map("\n".join),
    st.text(alphabet="ab AB.,\n\r\t\xa0*_[]()#>•“”'\"-—:1\u200b", max_size=200),
    st.text(max_size=120),
)


@given(_TEXTS)
def test_every_character_is_in_one_line_and_the_view_leads_back(text: str) -> None:
    try:
        article = read_text(text)
    except InputError:
        return
    seen = [0] * len(text)
    for line in article.lines:
        for at in range(line.start, line.end):
            seen[at] += 1
    assert all(count == (char not in "\r\n") for char, count in zip(text, seen, strict=True))
    assert article.text == text
    view = body_view(article)
    for start, raw, length in view.segments:
        assert view.text[start : start + length] == text[raw : raw + length]
    starts = [raw for _, raw, _ in view.segments]
    assert len(set(starts)) == len(starts)
    for part in view.paragraphs:
        assert 0 <= part.start < part.end <= len(view.text)
        first, last = view.to_raw(part.start, part.end)
        assert 0 <= first < last <= len(text)


@given(
    st.one_of(st.binary(max_size=300), _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_bytes_give_articles_or_errors_and_the_same_again(data: bytes) -> None:
    first, second = list(read_bytes(data)), list(read_bytes(data))
    assert len(first) == len(second) >= 1
    for one, two in zip(first, second, strict=True):
        if isinstance(one, Article):
            assert one == two
        else:
            assert isinstance(one, InputError)
            assert "\n" not in str(one)

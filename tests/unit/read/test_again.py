"""A page read again beside the other pages of its outlet: what leaves the text, and what stays."""

from __future__ import annotations

import pytest

from detente.read import read_again, read_bytes, read_text
from detente.read.again import FIELDS
from detente.read.memory import LineMemory, line_key, line_keys, memory_of
from detente.records import Article
from tests.unit.read.pages import FOURTH, LEAD, SECOND, THIRD, body, dump, html_page

HOUSE = "All times in this report are those of Oslo, and all sums are given in the crowns of Norland."
BACKGROUND = (
    "The two neighbours have quarrelled about the fishing grounds off the Sund since the war of 1911."
)
SHORT = "Harbour and sea"
TITLES = ("Ministers meet over fish", "Ferries late again", "Bridge opens in the north", "Storm ahead")
TEXTS = (
    (LEAD, SECOND, THIRD),
    (
        "The ferries between the islands were late for the third day because of ice in the sound.",
        "Captain Ivan Holm told passengers that the ice would hold until the end of the week.",
    ),
    (
        "The new bridge over the Sund opened on Friday after four years of work and two of quarrels.",
        "Engineers from Sudia built the pillars, and a choir from the valley sang at the ribbon.",
    ),
    (
        "A storm is expected on the coast tonight, and the harbour master has closed the outer pier.",
        "Fishermen were told to bring their boats in before dark, a notice on the quay said.",
    ),
)
MENU = ("Fish and ships of the Post", "All of the sea", "Our own harbour", "Letters from the quay")


def page(number: int, *below: str, above: tuple[str, ...] = ()) -> Article:
    text = dump(*above, TITLES[number], *TEXTS[number], *below)
    return read_text(text, outlet="The Example Post")


def beside(article: Article, *others: Article) -> Article:
    return read_again(article, memory_of(map(line_keys, others)))


def test_a_line_of_every_page_leaves_the_text() -> None:
    article = page(0, HOUSE)
    assert HOUSE in body(article)
    again = beside(article, *(page(number, HOUSE) for number in (1, 2, 3)))
    assert body(again) == [LEAD, SECOND, THIRD]
    (line,) = (line for line in again.lines if line.reason == "on other pages of the outlet too")
    assert (line.role, again.text[line.start : line.end]) == ("promo", HOUSE)


def test_nothing_but_its_fields_changes() -> None:
    article = page(0, HOUSE, above=MENU)
    again = beside(article, *(page(number, HOUSE, above=MENU) for number in (1, 2, 3)))
    assert again != article
    for name in set(Article.__slots__) - set(FIELDS):
        assert getattr(again, name) == getattr(article, name), name


@pytest.mark.parametrize("others", [0, 1])
def test_too_few_pages_prove_nothing(others: int) -> None:
    article = page(0, HOUSE)
    assert beside(article, *(page(number, HOUSE) for number in range(1, 1 + others))) is article


def test_a_line_of_one_other_page_stays() -> None:
    article = page(0, HOUSE)
    assert beside(article, page(1, HOUSE), page(2)) == article


def test_a_rare_line_of_many_pages_stays() -> None:
    article = page(0, SHORT)
    assert read_again(article, LineMemory(500, {line_key(SHORT): 20})) == article


@pytest.mark.parametrize(("times", "stays"), [(2, True), (9, True), (10, False), (19, False)])
def test_running_text_leaves_only_where_half_the_pages_carry_it(times: int, stays: bool) -> None:
    # reporters carry a paragraph of background from one article to the next
    again = read_again(page(0, BACKGROUND, FOURTH), LineMemory(20, {line_key(BACKGROUND): times}))
    assert (BACKGROUND in body(again)) is stays


def test_a_short_line_leaves_at_once() -> None:
    again = read_again(page(0, SHORT, FOURTH), LineMemory(20, {line_key(SHORT): 2}))
    roles = {again.text[line.start : line.end]: line.role for line in again.lines}
    assert roles[SHORT] == "promo"
    assert roles[FOURTH] == "body"


def test_only_other_pages_count() -> None:
    article = page(0, HOUSE)
    keys = [line_keys(one) for one in (article, page(1, HOUSE), page(2))]
    assert read_again(article, memory_of(keys), keys[0]) == article
    assert read_again(article, memory_of(keys)) != article


def test_a_new_version_of_an_article_keeps_its_text() -> None:
    # the same article stands at two more addresses: its paragraphs repeat, and are still the article
    article = page(0, SHORT, FOURTH)
    keys = [line_keys(article)] * 2 + [line_keys(page(number)) for number in (1, 2, 3)]
    assert body(read_again(article, memory_of(keys))) == body(article)


def test_the_headline_below_a_masthead() -> None:
    above = ("The Harbour Edition of the Week in Pictures and Words", *MENU)
    article = page(0, above=above)
    assert article.title != TITLES[0]
    again = beside(article, *(page(number, above=above) for number in (1, 2, 3)))
    assert again.title == TITLES[0]
    assert body(again) == [LEAD, SECOND, THIRD]


def test_a_headline_far_below_a_menu() -> None:
    above = tuple(f"Section {chr(65 + n % 26)}{n} of the harbour" for n in range(90))
    again = beside(page(0, above=above), *(page(number, above=above) for number in (1, 2, 3)))
    assert again.title == TITLES[0]


def test_authors_and_standfirst_below_a_masthead() -> None:
    above = ("The Harbour Edition of the Week in Pictures and Words", *MENU)
    dek = "Two neighbours try again after a winter without a word"
    text = dump(*above, TITLES[0], dek, "By Jane Roe", *TEXTS[0])
    article = read_text(text, outlet="The Example Post")
    again = beside(article, *(page(number, above=above) for number in (1, 2, 3)))
    assert (again.title, again.dek, again.authors) == (TITLES[0], dek, ("Jane Roe",))


def test_headlines_that_other_pages_point_to_stay_headlines() -> None:
    # "most read" lists print an article's headline on pages beside it
    others = [page(number, "Most read", TITLES[0]) for number in (1, 2, 3)]
    again = beside(page(0), *others)
    assert again.title == TITLES[0]
    assert body(again) == [LEAD, SECOND, THIRD]


def test_roles_that_rules_gave_stay() -> None:
    text = dump(TITLES[0], "By Jane Roe", LEAD, SECOND, THIRD, FOURTH)
    article = read_text(text)
    others = [read_text(dump(TITLES[n], "By Jane Roe", *TEXTS[n])) for n in (1, 2, 3)]
    again = beside(article, *others)
    assert again.authors == ("Jane Roe",)
    assert body(again) == body(article)


def test_a_page_of_nothing_else_stays_as_it_is() -> None:
    article = read_text(
        dump(HOUSE, SHORT, "The harbour was built in stone, and it stands to this day.")
    )
    again = read_again(article, memory_of([line_keys(article)] * 3))
    assert again == article


def test_a_wrapped_line_goes_with_all_its_parts_or_not_at_all() -> None:
    parts = (
        "This house has been a friend of",
        "the sea since the first of the piers was built",
        "and is.",
    )
    house = "\n".join(parts)
    article = read_text(dump(TITLES[0], LEAD, SECOND, house))
    keys = {line_key(part): 9 for part in parts[:2]}
    again = read_again(article, LineMemory(10, keys))
    assert LEAD in body(again)


MARKED = "".join(f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD))


def html(number: int, inner: str) -> Article:
    head = f"<title>{TITLES[number]}</title>"
    markup = html_page(f"<article><h1>{TITLES[number]}</h1>{inner}<p>{HOUSE}</p></article>", head)
    (found,) = read_bytes(markup, f"{number}.html")
    assert isinstance(found, Article)
    return found


def test_html_loses_the_line_and_keeps_the_other_roles() -> None:
    article = html(0, MARKED)
    assert HOUSE in body(article)
    others = [html(n, "".join(f"<p>{text}</p>" for text in TEXTS[n])) for n in (1, 2, 3)]
    again = beside(article, *others)
    assert body(again) == [LEAD, SECOND, THIRD]
    assert again.title == article.title
    kept = [line for line in again.lines if line.reason != "on other pages of the outlet too"]
    assert kept == [line for line in article.lines if article.text[line.start : line.end] != HOUSE]


def test_reading_again_twice_is_reading_again_once_more_of_the_same() -> None:
    memory = memory_of(line_keys(page(number, HOUSE, above=MENU)) for number in (1, 2, 3))
    article = page(0, HOUSE, above=MENU)
    assert read_again(article, memory) == read_again(article, memory)

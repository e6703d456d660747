"""The table of issues: what a text names, what it does not, and what a person may call an issue."""

from __future__ import annotations

import pytest

from detente.errors import RegistryError, UnknownName
from detente.knowledge.issues import (
    _compile,
    all_issues,
    find_issue,
    issue,
    issue_mentions,
    issues_in,
    terms_of,
)

NAMED = [
    ("Assad", "Assad must not stay, the envoy said.", ("syria",)),
    ("Syrian", "The Syrian crisis was raised.", ("syria",)),
    ("a people", "The Syrians and the Iraqis stayed away.", ("syria", "iraq")),
    ("seat of government", "Damascus would not answer.", ("syria",)),
    ("capitals of a headline", "SYRIA TALKS FAIL", ("syria",)),
    ("anti-missile shield", "A NATO-run anti-missile shield in Europe", ("nato", "missile-defence")),
    ("American spelling", "the missile defense system", ("missile-defence",)),
    ("British spelling", "the missile defence system", ("missile-defence",)),
    ("hyphen for a space", "a missile-defence deal", ("missile-defence",)),
    ("plural", "New missile shields were promised.", ("missile-defence",)),
    ("adopted by couples", "boys adopted by U.S. couples", ("adoption",)),
    ("adoption of children", "the adoption of Russian children by Americans", ("adoption",)),
    ("adoption, words between", "a ban on U.S. adoption of Russian orphans", ("adoption",)),
    ("a toddler adopted", "a toddler who was adopted in Texas", ("adoption",)),
    ("new START", "The Senate ratified New START.", ("strategic-arms",)),
    ("START treaty", "inspections under the START treaty", ("strategic-arms",)),
    ("Iranian nuclear programme", "the Iranian nuclear program", ("iran-nuclear",)),
    ("Iran, words between", "Iran says it may only enrich uranium for fuel", ("iran-nuclear",)),
    (
        "North Korea's test",
        "North Korea's underground nuclear test",
        ("north-korea-nuclear", "korean-peninsula"),
    ),
    ("Snowden", "Snowden was granted temporary asylum.", ("snowden", "extradition")),
    ("extradition", "Moscow refused to extradite him.", ("extradition",)),
    ("Magnitsky", "after the Magnitsky Act", ("magnitsky",)),
    ("sanctions", "Sanctions were eased.", ("sanctions",)),
    ("enlargement", "NATO's eastward expansion", ("nato-enlargement",)),
    ("relations, hyphen", "U.S.-Russian relations have soured.", ("bilateral-relations",)),
    ("relations, dash", "US–China relations have soured.", ("bilateral-relations",)),
    ("relations with", "better relations with the West", ("bilateral-relations",)),
    ("the reset in marks", "the so-called “reset”", ("bilateral-relations",)),
    ("own affairs", "no meddling in its internal affairs", ("internal-affairs",)),
    ("across a line break", "the missile\ndefence plan", ("missile-defence",)),
    ("no-break space", "the Boston\u00a0Marathon bombing", ("terrorism",)),
    ("curly apostrophe", "Iran’s nuclear sites", ("iran-nuclear",)),
    ("island dispute", "talks on the Kuril Islands", ("kurils",)),
    ("sea dispute", "patrols in the South China Sea", ("south-china-sea",)),
    ("election meddling", "accused of meddling in the election", ("election-interference",)),
    ("diplomats expelled", "London expelled four diplomats", ("espionage",)),
    ("a veto", "Beijing vetoed the draft", ("un-security-council",)),
    ("gas", "Gas supplies through Nord Stream", ("gas",)),
    ("climate", "a deal on greenhouse gas emissions", ("climate",)),
    ("the Arctic", "drilling in the Arctic", ("arctic",)),
    ("drugs", "Afghan heroin and other narcotics", ("afghanistan", "drugs")),
    ("migration", "refugees on the border", ("migration",)),
    ("space", "the International Space Station", ("space",)),
    ("chemical weapons", "charges of chemical weapons usage", ("chemical-weapons",)),
    ("trade", "The free-trade agreement and tariffs", ("trade",)),
    ("tactical arms", "tactical nuclear weapons in Europe", ("tactical-nuclear",)),
    ("once each, in order", "Syria, sanctions, Syria and Iran's nuclear work",
     ("syria", "sanctions", "iran-nuclear")),
]  # fmt: skip

NOT_NAMED = [
    ("START the verb in capitals", "TALKS START ON MONDAY", "strategic-arms"),
    ("start the verb", "The talks start on Monday.", "strategic-arms"),
    ("a resolution adopted", "The Council adopted a resolution on children in war.", "adoption"),
    ("adopted in another sentence", "The plan was adopted. Children sang.", "adoption"),
    ("adopted by a group of states", "The text was adopted by the ministers.", "adoption"),
    ("families far off", "It adopted the plan that had been drawn up over many long years of talks "
     "by civil servants with large families.", "adoption"),
    ("the American Georgia", "He was born in Atlanta, Georgia, near a Russian church.", "georgia"),
    ("a part of a word", "The Syriana premiere was put off.", "syria"),
    ("a lower-case name", "the castrol can", "cuba"),
    ("who the pronoun", "People who caught a virus", "health"),
    ("sea level", "The Nato brothers sang.", "nato"),
    ("an idea shot down", "The Speaker shot down the idea.", "air-disasters"),
    ("Iran without its programme", "the threat of an Iranian attack", "iran-nuclear"),
    ("nuclear without Iran", "the nuclear power plant. Iran was silent.", "iran-nuclear"),
    ("the longer term stands alone", "the Iranian nuclear programme", "nuclear-energy"),
    ("Moscow meets", "A meeting between Russia and Poland", "bilateral-relations"),
    ("diplomats who stay", "The diplomats dined.", "espionage"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_names(text: str, ids: tuple[str, ...]) -> None:
    assert issues_in(text) == tuple(f"issue:{slug}" for slug in ids)


@pytest.mark.parametrize(
    ("text", "slug"), [row[1:] for row in NOT_NAMED], ids=[row[0] for row in NOT_NAMED]
)
def test_does_not_name(text: str, slug: str) -> None:
    assert f"issue:{slug}" not in issues_in(text)


def test_mentions_are_the_words_they_claim() -> None:
    text = "A boy adopted from Russia; the missile-defence plan; İstanbul; Assad."
    found = {(text[m.start : m.end], m.issue) for m in issue_mentions(text)}
    assert found == {
        ("boy adopted", "issue:adoption"),
        ("missile-defence", "issue:missile-defence"),
        ("Assad", "issue:syria"),
    }


def test_nothing_names_nothing() -> None:
    assert issues_in("") == ()
    assert issues_in("The weather was mild.") == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("syria", "syria"),
        ("Syria", "syria"),
        ("issue:syria", "syria"),
        ("SYRIA", "syria"),
        ("missile-defence", "missile-defence"),
        ("missile defense", "missile-defence"),
        ("Missile Defence", "missile-defence"),
        ("anti-missile shield", "missile-defence"),
        ("New START", "strategic-arms"),
        ("iran nuclear", "iran-nuclear"),
        ("Iran’s nuclear programme", "iran-nuclear"),
        ("Gas supplies and pipelines", "gas"),
    ],
)
def test_find_issue(name: str, slug: str) -> None:
    assert find_issue(name).id == f"issue:{slug}"


def test_find_issue_lists_what_is_near() -> None:
    with pytest.raises(UnknownName, match=r"missile defens system.*Missile defence"):
        find_issue("missile defens system")


def test_issue_lists_what_is_near() -> None:
    with pytest.raises(UnknownName, match="issue:syria"):
        issue("issue:syrya")


def test_find_issue_does_not_guess() -> None:
    with pytest.raises(UnknownName, match="no such issue"):
        find_issue("q")


def test_every_issue_is_whole_and_its_own() -> None:
    items = all_issues()
    assert len(items) >= 115
    assert len({item.id for item in items}) == len(items)
    assert len({item.name.lower() for item in items}) == len(items)
    for item in items:
        assert item.id.startswith("issue:")
        assert item.id == item.id.lower()
        assert item.family
        assert terms_of(item.id)
        assert find_issue(item.name) == item


def test_every_plain_term_finds_its_issue() -> None:
    for item in all_issues():
        for term in terms_of(item.id):
            if " ~ " not in term and "|" not in term:
                assert item.id in issues_in(f"They spoke of {term} today."), term


def test_every_family_has_a_name_in_words() -> None:
    families = {item.family for item in all_issues()}
    assert {"conflict", "arms control", "non-proliferation", "territory", "energy"} <= families


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("a\tA\tfamily\n", "line 1: 3 fields"),
        ("a\tA\tf\tone\n\na\tB\tf\ttwo\n", "line 3: 'a' stands twice"),
    ],
    ids=["a field short", "one id twice"],
)
def test_a_broken_table_names_its_line(table: str, complaint: str) -> None:
    with pytest.raises(RegistryError, match=complaint):
        _compile(table)

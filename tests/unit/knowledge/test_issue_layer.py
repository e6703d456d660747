"""A reader's own issues over the built-in table."""

from __future__ import annotations

from typing import Any

import pytest

from detente.errors import RegistryError
from detente.knowledge.issue_layer import OWN_FAMILY, OwnIssue, laid, own_issue
from detente.knowledge.issues import (
    all_issues,
    find_issue,
    issue_mentions,
    issues_in,
    laid_over,
    named_issue,
    spellings,
    terms_of,
)
from detente.knowledge.registry import registry
from detente.knowledge.registry_layer import Layer, judged, layered

DUNES = own_issue("Sandbank Islands", ["Northern Dunes", "Sandbanks"], "territory")
TEXT = "They spoke of the Northern Dunes and of Assad."

FOUND: list[Any] = [
    (["Northern Dunes"], "the Northern Dunes", True),
    (["Northern Dunes"], "THE NORTHERN DUNES", True),
    (["Northern Dunes"], "the northern dunes", False),
    (["grain quota"], "two grain quotas", True),
    (["grain quota"], "Grain Quota talks", True),
    (["fish|crab quota"], "a crab quota", True),
    (["fish|crab quota"], "a quota of crab", False),
    (["trawler ~ seized|detained"], "a trawler was detained", True),
    (["trawler ~ seized|detained"], "a trawler sank", False),
    (["grain-quota"], "a grain quota", True),
    ([], "the Sandbank Islands", True),
]


@pytest.mark.parametrize(("terms", "text", "there"), FOUND)
def test_terms_are_found_as_those_of_the_table(terms: list[str], text: str, there: bool) -> None:
    with laid_over([own_issue("Sandbank Islands", terms)]):
        assert ("issue:sandbank-islands" in issues_in(text)) is there


def test_it_is_laid_only_as_long_as_asked() -> None:
    before = issues_in(TEXT)
    with laid_over([DUNES]):
        assert issues_in(TEXT) == ("issue:sandbank-islands", "issue:syria")
        assert find_issue("Sandbank Islands").family == "territory"
        assert find_issue("Sandbanks").id == DUNES.id
    assert issues_in(TEXT) == before == ("issue:syria",)
    assert named_issue("Sandbank Islands") is None


def test_layers_may_stand_inside_each_other() -> None:
    with laid_over([DUNES]):
        with laid_over([]):
            assert issues_in(TEXT) == ("issue:syria",)
        assert "issue:sandbank-islands" in issues_in(TEXT)


def test_it_goes_when_something_breaks() -> None:
    with pytest.raises(ZeroDivisionError), laid_over([DUNES]):
        raise ZeroDivisionError
    assert issues_in(TEXT) == ("issue:syria",)


def test_terms_are_added_to_a_built_in_issue() -> None:
    more = OwnIssue("issue:syria", "Syria", "conflict", ("Khan Sample",))
    with laid_over([more]):
        assert issues_in("shots in Khan Sample") == ("issue:syria",)
        assert issues_in("Assad") == ("issue:syria",)
        assert len([one for one in all_issues() if one.id == "issue:syria"]) == 1
        assert terms_of("issue:syria")[-1] == "Khan Sample"


def test_nothing_laid_changes_nothing() -> None:
    before = all_issues()
    with laid_over(()):
        assert all_issues() == before


def test_a_longer_own_term_stands_before_a_built_in_one() -> None:
    with laid_over([own_issue("Syrian refugees in camps", ["Syrian refugee camps"])]):
        (hit,) = issue_mentions("the Syrian refugee camps")
        assert hit.issue == "issue:syrian-refugees-in-camps"


def test_the_order_of_a_layer_does_not_matter() -> None:
    other = own_issue("Grain", ["grain quota"])
    seen = []
    for own in ([DUNES, other], [other, DUNES]):
        with laid_over(own):
            seen.append(all_issues())
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("name", "id_", "shown"),
    [
        ("Sandbank Islands", "issue:sandbank-islands", "Sandbank Islands"),
        ("  Sandbank   Islands ", "issue:sandbank-islands", "Sandbank Islands"),
        ("G-20", "issue:g-20", "G-20"),
    ],
)
def test_an_id_out_of_a_name(name: str, id_: str, shown: str) -> None:
    made = own_issue(name, ["some words"])
    assert (made.id, made.name, made.family) == (id_, shown, OWN_FAMILY)


WRONG: list[Any] = [
    ("...", [], "no letter"),
    ("", [], "no letter"),
    ("Sandbanks", ["a"], "too short"),
    ("Sandbanks", ["ab"], "too short"),
    ("Sandbanks", ["one; two"], "semicolon"),
    ("Sandbanks", ["trawler ~ x"], "too short"),
    ("Sandbanks", ["one ~ two ~ three"], "too short"),
    ("A;B islands", ["islands"], "semicolon"),
]


@pytest.mark.parametrize(("name", "terms", "said"), WRONG)
def test_what_tells_nothing_is_refused(name: str, terms: list[str], said: str) -> None:
    with pytest.raises(RegistryError, match=said):
        own_issue(name, terms)


def test_a_tab_in_a_term_is_a_blank() -> None:
    assert own_issue("Sandbanks", ["Northern\tDunes"]).terms == ("Northern Dunes",)


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("missile shield", {"missile shield", "missile shields"}),
        ("trawler ~ seized|held", {"trawler", "seized", "held"}),
        ("Moscow", {"Moscow"}),
    ],
)
def test_spellings(term: str, wanted: set[str]) -> None:
    assert set(spellings(term)) == wanted


def test_comments_and_decoys_of_a_table_are_left_alone() -> None:
    text = "# syria\tno\n-\tdecoys\t-\tNorth Sample\nsyria\tSyria\tconflict\tAssad\n"
    with_more = laid(text, [OwnIssue("issue:syria", "Syria", "conflict", ("Homs",)), DUNES])
    assert with_more.splitlines() == [
        "# syria\tno",
        "-\tdecoys\t-\tNorth Sample",
        "syria\tSyria\tconflict\tAssad; Homs",
        "sandbank-islands\tSandbank Islands\tterritory\tNorthern Dunes; Sandbanks",
    ]


def test_a_registry_carries_them() -> None:
    layer = Layer(issues=(DUNES,))
    assert layer
    assert layer != Layer()
    known = layered(registry(), layer)
    assert known.issues == (DUNES,)
    assert judged(known, {}, {"state:RUS": "Russian Federation"}).issues == (DUNES,)


def test_of_two_layers_the_later_issue_is_kept() -> None:
    later = own_issue("Sandbank Islands", ["Iturup Shoal"])
    assert Layer(issues=(DUNES,)).and_then(Layer(issues=(later,))).issues == (later,)

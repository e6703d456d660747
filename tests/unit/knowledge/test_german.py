"""German names: every form that rows and pages show, and what stays as it is."""

from __future__ import annotations

import pytest

from detente.knowledge.german import Kind, at_in_german, german, office_in_german
from detente.knowledge.issues import all_issues
from detente.knowledge.registry import registry
from detente.knowledge.state_names import state_name
from detente.knowledge.states import states
from detente.knowledge.tables import rows

OFFICES = [
    ("President", None, "Präsident"),
    ("President of Russia", None, "Präsident Russlands"),
    ("President of the United States", None, "Präsident der Vereinigten Staaten"),
    ("President of Brazil", "f", "Präsidentin Brasiliens"),
    ("Prime Minister of the United Kingdom", "m", "Ministerpräsident des Vereinigten Königreichs"),
    ("Prime Minister of Israel", None, "Ministerpräsident Israels"),
    ("Chancellor of Germany", "f", "Bundeskanzlerin Deutschlands"),
    ("Foreign Minister of Russia", "m", "Außenminister Russlands"),
    ("Foreign Minister of Iran", "m", "Außenminister des Iran"),
    ("Foreign Minister of Turkey", "m", "Außenminister der Türkei"),
    ("Foreign Minister of Ukraine", "m", "Außenminister der Ukraine"),
    ("Foreign Minister of Switzerland", "m", "Außenminister der Schweiz"),
    ("Foreign Minister of the Netherlands", "m", "Außenminister der Niederlande"),
    ("Foreign Minister of the Philippines", "m", "Außenminister der Philippinen"),
    ("Foreign Minister of Laos", "m", "Außenminister von Laos"),
    ("Foreign Minister of Cyprus", "m", "Außenminister Zyperns"),
    ("Foreign Minister of Kosovo", "m", "Außenminister des Kosovo"),
    ("Foreign Minister of the United Arab Emirates", "m",
     "Außenminister der Vereinigten Arabischen Emirate"),
    ("Secretary of State of the United States", "m", "Außenminister der Vereinigten Staaten"),
    ("Secretary of State of the United States", "f", "Außenministerin der Vereinigten Staaten"),
    ("Secretary of State", "f", "Außenministerin"),
    ("Deputy Foreign Minister of Russia", "m", "stellvertretender Außenminister Russlands"),
    ("Defence Minister of Germany", "f", "Verteidigungsministerin Deutschlands"),
    ("National Security Adviser of the United States", "f",
     "Nationale Sicherheitsberaterin der Vereinigten Staaten"),
    ("Secretary-General of NATO", "m", "Generalsekretär (NATO)"),
    ("Secretary-General of the United Nations", "m", "Generalsekretär (Vereinte Nationen)"),
    ("U.S. Ambassador to Russia", "m", "Botschafter der Vereinigten Staaten in Russland"),
    ("Russian Ambassador to the United States", "m",
     "Botschafter Russlands in den Vereinigten Staaten"),
    ("Russian Ambassador to Turkey", "m", "Botschafter Russlands in der Türkei"),
    ("Russian Ambassador to Iran", "m", "Botschafter Russlands im Iran"),
    ("French Ambassador to the United Kingdom", "f",
     "Botschafterin Frankreichs im Vereinigten Königreich"),
    ("U.S. Ambassador to the United Nations", "f",
     "Botschafterin der Vereinigten Staaten bei den Vereinten Nationen"),
    ("Russian Ambassador to NATO", "m", "Botschafter Russlands bei der NATO"),
    ("Ambassador to Syria", None, "Botschafter in Syrien"),
    ("Kremlin spokesperson", "m", "Sprecher des Kremls"),
    ("State Department spokesperson", "f", "Sprecherin des Außenministeriums"),
    ("  Foreign  Minister of\nRussia ", "m", "Außenminister Russlands"),
]  # fmt: skip
"""An office as rows write it, the holder's gender, and the German."""
AS_THEY_ARE = [
    "", "a professor at Hill College", "harbour master", "Minister of Fisheries of Norway",
    "President of the chess club", "Martian Ambassador to Russia", "Ambassador to Atlantis",
    "of Russia", "President of", "Ambassador to ",
]  # fmt: skip
"""What no rule covers keeps its words."""
NAMES: list[tuple[str, Kind | None, str | None]] = [
    ("Moscow", "place", "Moskau"),
    ("Geneva", "place", "Genf"),
    ("Geneva", None, "Genf"),
    ("Geneva", "organisation", None),
    ("Berlin", "place", None),
    ("the Kremlin", "place", "Kreml"),
    ("United Nations", "organisation", "Vereinte Nationen"),
    ("UN Security Council", None, "UN-Sicherheitsrat"),
    ("U.S. State Department", "body", "US-Außenministerium"),
    ("Interpol", None, None),
    ("Russia", None, "Russland"),
    ("United States", None, "Vereinigte Staaten"),
    ("Syria", None, "Syrien"),
    ("Syria", "issue", "Syrien"),
    ("Missile defence", "issue", "Raketenabwehr"),
    ("Sergei Lavrov", None, None),
    ("", None, None),
]
WHERE = [
    ("Moscow", "in Moskau"), ("Berlin", "in Berlin"), ("the Kremlin", "im Kreml"),
    ("the White House", "im Weißen Haus"), ("Russia", "in Russland"), ("Turkey", "in der Türkei"),
    ("Iran", "im Iran"), ("the United States", "in den Vereinigten Staaten"),
    ("United Kingdom", "im Vereinigten Königreich"), ("Philippines", "auf den Philippinen"),
    ("Crimea", "auf der Krim"), ("Northern Ireland", "in Nordirland"), ("Corfu", "auf Korfu"),
    ("Lower Primerovo", "in Lower Primerovo"), ("the Gaza Strip", "im Gazastreifen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "gender", "shown"), OFFICES, ids=[one[0] for one in OFFICES])
def test_an_office(text: str, gender: str | None, shown: str) -> None:
    assert office_in_german(text, gender) == shown


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_what_no_rule_covers_stays(text: str) -> None:
    assert office_in_german(text) == text


@pytest.mark.parametrize(("name", "kind", "shown"), NAMES)
def test_a_name(name: str, kind: Kind | None, shown: str | None) -> None:
    assert german(name, kind) == shown


@pytest.mark.parametrize(("place", "shown"), WHERE)
def test_where(place: str, shown: str) -> None:
    assert at_in_german(place) == shown


@pytest.mark.parametrize("code", sorted(states()))
def test_every_state_is_declined(code: str) -> None:
    name = states()[code].name
    shown = office_in_german(f"President of {name}")
    assert shown.startswith("Präsident ")
    assert state_name(code, "de").split()[-1][:4] in shown
    assert not at_in_german(name).endswith("None")


@pytest.mark.parametrize("name", sorted(one.name for one in all_issues()))
def test_every_issue_has_a_name(name: str) -> None:
    assert german(name, "issue")


def test_most_offices_of_the_registry_have_a_name() -> None:
    titles = [tenure.title for tenure in registry().tenures]
    known = sum(office_in_german(title) != title or title in ("Emir", "Sultan") for title in titles)
    assert known / len(titles) > 0.9


def test_the_table_is_sound() -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows("names_de.tsv"):
        key = (row["kind"], row["name"])
        assert key not in seen, key
        seen.add(key)
        assert row["kind"] in ("office", "organisation", "body", "place", "issue")
        forms = row["german"].split("|")
        assert all(form == form.strip() and form for form in forms)
        assert len(forms) == 1 or row["kind"] == "office"
        assert len(forms) <= 2


@pytest.mark.parametrize("kind", ["organisation", "body"])
def test_what_is_translated_is_in_the_registry(kind: str) -> None:
    known = {actor.name for actor in registry().actors.values()}
    gone = [
        row["name"] for row in rows("names_de.tsv") if row["kind"] == kind and row["name"] not in known
    ]
    assert gone == []

"""What in a sentence can stand against another."""

from __future__ import annotations

import pytest

from detente.link.disagreement.signs import signs

DENIALS = [
    ("no", "No paper changed hands.", ["No"]),
    ("never", "The envoy never came to Oslo.", ["never"]),
    ("contracted", "The envoy didn't come.", ["n't"]),
    ("nobody", "Nobody in Amman knew of it.", ["Nobody"]),
    ("refused", "Chad refused to sign the minutes.", ["refused"]),
    ("rejected", "Tashkent rejected the plan.", ["rejected"]),
    ("called off", "The inspection was called off.", ["called off"]),
    ("stayed away", "The minister stayed away from it.", ["stayed away"]),
    ("failed to", "They failed to agree.", ["failed to"]),
    ("two", "No envoy came, and nothing was signed.", ["No", "nothing"]),
    ("none", "The bridge is open.", []),
    ("failed alone", "The talks failed.", []),
    ("without", "They came without coats.", []),
    ("a note", "A note was sent to Oslo.", []),
    ("known", "The known facts are nowise new.", []),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in DENIALS], ids=[r[0] for r in DENIALS])
def test_denials_are_negations_and_refusals(text: str, values: list[str]) -> None:
    assert [mark.value for mark in signs(text).denials] == values


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The bridge is open, but no lorry came.", " no lorry came"),
        ("No lorry came; the bridge was open.", "No lorry came"),
        ("Rain fell, no lorry came, and drivers slept.", "no lorry came"),
    ],
)
def test_a_denial_reaches_to_the_end_of_its_clause(text: str, clause: str) -> None:
    (mark,) = signs(text).denials
    assert text[mark.start : mark.end].strip() == clause.strip()


FLAGS = [
    ("only", "Only officers sat at the table.", {"only"}),
    ("alone", "The envoy came alone.", {"only"}),
    ("no more", "Three men were taken, no more.", {"only", "contrast"}),
    ("nowhere else", "It was said on the telephone and nowhere else.", {"only"}),
    ("the only", "It was the only bridge.", set()),
    ("not only", "They came not only to Oslo.", set()),
    ("only then", "Only then did they speak.", set()),
    ("only after", "They spoke only after dinner.", set()),
    ("cleft", "It was Wednesday when they met.", {"contrast"}),
    ("cleft who", "It was Chad that proposed it.", {"contrast"}),
    ("and not", "It was the brother, and not the emir.", {"contrast"}),
    ("not all", "Some came, and not all of them slept.", set()),
    ("not before", "Not before Friday did he land.", {"contrast"}),
    ("rather than", "They met in Oslo rather than in Bergen.", {"contrast"}),
    ("plain", "They met in Oslo.", set()),
    ("called off", "The round was called off.", {"off"}),
    ("did not take place", "The exercise did not take place.", {"off"}),
    ("put off", "The opening was put off.", {"off"}),
    ("fell through", "The session fell through.", {"off"}),
    ("took place", "The session took place.", set()),
    ("will", "The session will open in May.", {"planned"}),
    ("is to", "The envoy is to leave in May.", {"planned"}),
    ("due", "The envoy is due in Oslo.", {"planned"}),
    ("no longer", "Chad no longer objects.", {"later"}),
    ("again", "Lorries pass the gate again.", {"later"}),
    ("correction", "Correction: the number was 13.", {"later"}),
    ("moved from", "The opening was moved from May to June.", {"later"}),
]


@pytest.mark.parametrize(("text", "names"), [r[1:] for r in FLAGS], ids=[r[0] for r in FLAGS])
def test_a_sentence_insists_cancels_plans_or_looks_back(text: str, names: set[str]) -> None:
    found = signs(text)
    assert {
        name for name in ("only", "contrast", "off", "planned", "later") if getattr(found, name)
    } == names


DAYS = [
    ("a day", "They met on Tuesday.", ["Tues"]),
    ("two", "They met on Monday and on Friday.", ["Mon", "Fri"]),
    ("a date", "The note came on 14 October.", ["14 October"]),
    ("a month alone", "They met in October.", []),
    ("a name", "Friday Okoro left.", ["Fri"]),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in DAYS], ids=[r[0] for r in DAYS])
def test_days_are_weekdays_and_dates(text: str, values: list[str]) -> None:
    assert [mark.value for mark in signs(text).days] == values


PLACES = [
    ("in", "They met in Vienna.", ["Vienna"]),
    ("near", "A mine went off near Geneva.", ["Geneva"]),
    ("two", "They met in Oslo and dined in Bergen.", ["Oslo", "Bergen"]),
    ("once", "They met in Oslo and slept in Oslo.", ["Oslo"]),
    ("of two words", "They met in New York.", ["New York"]),
    ("a genitive", "They met in Oslo's harbour.", ["Oslo"]),
    ("an actor", "Oslo sent a note.", []),
    ("no place", "They met in Wednesday's rain.", []),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in PLACES], ids=[r[0] for r in PLACES])
def test_places_are_where_something_is(text: str, values: list[str]) -> None:
    assert [mark.value for mark in signs(text).places] == values


SETTINGS = [
    ("press", "She made the remark at a press conference.", {"press"}),
    ("meal", "The offer was made over lunch.", {"meal"}),
    ("parliament", "He told parliament so.", {"parliament"}),
    ("interview", "He said it in a radio interview.", {"interview"}),
    ("letter", "She warned them in a letter.", {"letter"}),
    ("call", "The warning came by telephone.", {"call"}),
    ("journey", "He said it on the flight home.", {"journey"}),
    ("two", "He said it at dinner, and not in the session.", {"meal", "session"}),
    ("nothing said", "The dinner was long.", set()),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in SETTINGS], ids=[r[0] for r in SETTINGS])
def test_occasions_count_where_something_is_said(text: str, values: set[str]) -> None:
    assert {mark.value for mark in signs(text).settings} == values


RANKS = [
    ("head", "The president led the delegation.", ["head"]),
    ("minister", "The foreign minister headed it.", ["minister"]),
    ("deputy", "A deputy minister led the team.", ["deputy"]),
    ("junior", "A junior minister walked at the head.", ["deputy"]),
    ("prime", "The prime minister signed it.", ["head"]),
    ("soldiers", "Only officers sat at the table.", ["soldiers"]),
    ("relative", "The emir's brother met them.", ["head", "relatives"]),
    ("nobody leads", "The president sleeps.", []),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in RANKS], ids=[r[0] for r in RANKS])
def test_ranks_count_where_somebody_leads_or_comes(text: str, values: list[str]) -> None:
    assert [mark.value for mark in signs(text).ranks] == values


VERDICTS = [
    ("good", "The talks were fruitful.", ["good"]),
    ("bad", "The talks were a flop.", ["bad"]),
    ("negated", "The talks were not fruitful.", ["bad"]),
    ("not only", "They were not only fruitful.", ["good"]),
    ("no good", "No success came of it.", ["bad"]),
    ("never hostile", "They were never hostile.", ["good"]),
    ("a comma ends it", "No, a triumph it was.", ["good"]),
    ("both", "A triumph for one, a fiasco for the other.", ["good", "bad"]),
    ("a name", "The minister met Victor Frost.", []),
    ("Cold War", "The Cold War is over.", []),
    ("none", "The talks were in Oslo.", []),
]


@pytest.mark.parametrize(("text", "values"), [r[1:] for r in VERDICTS], ids=[r[0] for r in VERDICTS])
def test_verdicts_reckon_with_negation(text: str, values: list[str]) -> None:
    assert [mark.value for mark in signs(text).verdicts] == values


def test_who_says_it_carries_no_sign_but_the_day() -> None:
    text = "The seizure was lawful, argued the angry president in Oslo on Monday."
    found = signs(text, [(text.index("argued"), len(text))])
    assert [mark.value for mark in found.verdicts] == ["good"]
    assert (found.places, found.ranks) == ((), ())
    assert [mark.value for mark in found.days] == ["Mon"]

# ruff: noqa: E501 (one line is one case)
"""Names that the words beside them make persons, and names of many parts: one line is one case."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions.runs import find_parts
from detente.extract.mentions.told import by_their_words, labels
from detente.extract.spans import Tokens
from tests.factories import parse_of
from tests.unit.extract.naming import cases, cast_of, check

KIN = """
Her mother, Amparo, kept the letters. | Amparo = person!
His wife, Ngozi, refused to fly. | Ngozi = person!
Their youngest son, Ilyas, was eleven. | Ilyas = person!
The minister's husband, Torvald, runs a farm. | Torvald = person!
The mayor's two brothers were there, and his twin, Obiora, sang. | Obiora = person!
The mother, Ruritania, was a ship. | Ruritania = -
Her daughters, Parliament, and the harbour were gone. | Parliament = -
"""

ROLE_BEFORE = """
A former Chilean consul, Teodora Vicuña, is sure of it. | Teodora Vicuña = person!
The head of the dockers' union, Amadika Orji, was not invited. | Amadika Orji = person!
One retired ambassador, Ilkka Vuorela, keeps a diary. | Ilkka Vuorela = person!
The poet and former minister, Ferenczi Zoltai, was buried there. | Ferenczi Zoltai = person!
The party of the former minister, United Meadow, was banned. | United Meadow = organisation
"""

PARTS = """
Zine El Abidine Ben Ali fled. | Zine El Abidine Ben Ali = person:zine-el-abidine-ben-ali
President Zine El Abidine Ben Ali fled to Jeddah. | Zine El Abidine Ben Ali = person:zine-el-abidine-ben-ali
Foreign Minister Julie Bishop is expected in Jakarta. | Julie Bishop = person:julie-bishop
Our correspondent Martin Judge was there. | Martin Judge = person!
He saw Khaled bin Sultan, the general. | Khaled bin Sultan = person!
General Muhammad Zia-ul-Haq seized power. | Muhammad Zia-ul-Haq = person!
The judge was Ali Zia-ur-Rehman. | Ali Zia-ur-Rehman = person!
The chief of staff was Im Jong-seok. | Im Jong-seok = person!
Zhou Enlai dined with his guests. | Zhou Enlai = person!
Ursula von der Leyen spoke. | Ursula von der Leyen = person:ursula-von-der-leyen
Luiz Inácio Lula da Silva spoke. | Luiz Inácio Lula da Silva = person:luiz-inacio-lula-da-silva
Marcelo Rebelo de Sousa spoke. | Marcelo Rebelo de Sousa = person:marcelo-rebelo-de-sousa
Juan Carlos de Zúñiga spoke. | Juan Carlos de Zúñiga = person!
Mohammed Ould Abdel Aziz spoke. | Mohammed Ould Abdel Aziz = person:mohamed-ould-abdel-aziz
Nguyen Phu Trong spoke. | Nguyen Phu Trong = person:nguyen-phu-trong
Aung San Suu Kyi spoke. | Aung San Suu Kyi = person:aung-san-suu-kyi
Mark Foreign Minister Abe Lund as absent. | Mark Foreign = - | Abe Lund = person!
"""

OWN_TITLE = """
Sheikh Hasina raised it. | Sheikh Hasina = person:sheikh-hasina
Sheik Hasina raised it. | Sheik Hasina = person:sheikh-hasina
Prime Minister Sheikh Hasina raised it. | Sheikh Hasina = person:sheikh-hasina
Sheikh Hamdan raised it. | Sheikh Hamdan = -
Begum Khaleda Zia raised it. | Khaleda Zia = person:khaleda-zia
Doña Carmen Fuenzalida raised it. | Carmen Fuenzalida = person!
Sheikh Tamim bin Hamad Al Thani landed. | Tamim bin Hamad Al Thani = person:tamim-bin-hamad-al-thani
"""

ALIAS = """
Ahmed Qurei, called Abu Ala, stayed. | Abu Ala = person:ahmed-qurei
Mahmoud Abbas, known as Abu Mazen, left. | Abu Mazen = person:mahmoud-abbas
Pedro Garrido, alias Tirofijo, ran. | Tirofijo = person: Pedro Garrido
Pedro Garrido, also known as El Zurdo, ran. | El Zurdo = person: Pedro Garrido
Pedro Garrido called Ana Vega, who was out. | Ana Vega = person!
Pedro Garrido, a village known as Ana Vega knew, ran. | Ana Vega = person!
"""

FIRST_NAMES = """
Tadesse Birru teaches there. His wife hopes that Tadesse is right. | Tadesse = person: Tadesse Birru
Haile Tewodros taught there. Haile is tired, a friend said. | Haile = person: Haile Tewodros
Kim Campbell spoke to him. Kim fired two missiles, the army said. | Kim Campbell = person:kim-campbell
"""

LISTED = """
The ports of Tripoli, Al Khoms, Brega and Zuara were freed. | Al Khoms = -
They met in Al Marsa. | Al Marsa = -
Al Pacheco said so. | Al Pacheco = person!
The mayor, Al Pacheco, said so. | Al Pacheco = person!
It was 5:29 pm IST, the ministry said. | IST = -
"""

ORGANISATIONS = """
He is the secretary general of Unasur, who came. | Unasur = organisation:unasur
Caricom and the Pacific Islands Forum agreed. | Caricom = organisation:caricom | Pacific Islands Forum = organisation:pif
IGAD sent a team. | IGAD = organisation:igad
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    cases(KIN + ROLE_BEFORE + PARTS + OWN_TITLE + ALIAS + FIRST_NAMES + LISTED + ORGANISATIONS),
)
def test_words_beside_a_name_tell_who_it_is(text, wanted):
    check(text, wanted, date(2013, 2, 26))


TURNS = (
    "Ada Quist surveyed the frontier. She retired in 2009.",
    "BL: Where were you?",
    "AQ: At home, with a map.",
    "BL: And the others?",
    "AQ: In the field.",
)


def test_the_labels_of_turns_are_nobody():
    cast = cast_of(" / ".join(TURNS))
    assert not [named for named in cast.named if named.mention.text in ("BL", "AQ")]


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        pytest.param(TURNS, ["BL", "AQ", "BL", "AQ"], id="turns"),
        pytest.param(TURNS[:3], [], id="two-turns-are-no-interview"),
        pytest.param(("EU: a guide.", "NATO: a guide.", "Who: nobody."), [], id="two-capitals"),
        pytest.param(("No colon here.", "Nor here.", "Nor here."), [], id="an-article-is-no-interview"),
        pytest.param(
            ("ABCDE: one.", "ABCDE: two.", "ABCDE: three."), [], id="five-letters-are-no-initials"
        ),
    ],
)
def test_labels_are_initials_before_a_colon(paragraphs, wanted):
    parse = parse_of(*paragraphs)
    assert list(labels(parse, Tokens.of(parse)).values()) == wanted


def test_initials_of_a_label_make_a_name_a_person():
    strange = ("Rokurai Sultarra Mizzan drew the line.", *(t.replace("AQ", "RSM") for t in TURNS[1:]))
    cast = cast_of(" / ".join(strange))
    assert [n.actor.name for n in cast.named if n.actor and n.mention.form == "name"] == [
        "Rokurai Sultarra Mizzan"
    ]


def test_initials_of_who_asks_make_no_person():
    paper = ("The Bale Lantern went to see her.", *TURNS[1:])
    cast = cast_of(" / ".join(paper))
    assert not [named for named in cast.named if named.mention.text.endswith("Lantern")
                and named.mention.kind == "person"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Her mother, Amparo, kept the letters of Ada Quist.", [("Amparo",)]),
        ("Her mother Amparo kept them.", []),
        ("Her mother, Amparo Vega, kept them.", [("Amparo", "Vega")]),
        ("Her mother liked Amparo, the cook.", []),
        ("The former consul, Teodora Vicuna, is sure.", [("Teodora", "Vicuna")]),
        ("The former consul, Teodora, is sure.", []),
        ("The home of the professor, Villa Serena, was burned.", []),
        ("In the newspaper of the ambassador, Evening Lantern, it was not.", []),
        ("The consul said that, Teodora Vicuna or not, it was over.", []),
    ],
)
def test_parts_that_an_apposition_makes_persons(text, wanted):
    tokens = Tokens.of(parse_of(text))
    told, _ = by_their_words(tokens, find_parts(tokens, [], frozenset()), {})
    assert [part.words for part in told] == wanted

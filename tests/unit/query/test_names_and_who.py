"""What a reader types, and who held what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.knowledge.registry import registry
from detente.query.names import actor_ids, article_id, issue_id, names_taken, state_code
from detente.query.reference import reference
from detente.query.who import who
from detente.store import open_database
from detente.store.entries import heading
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("archive") / "small.db"))
    with database.read() as conn:
        yield conn
    database.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("USA", "USA", id="code"),
        pytest.param("rus", "RUS", id="small letters"),
        pytest.param("Russia", "RUS", id="name"),
        pytest.param("russian federation", "RUS", id="long name"),
        pytest.param("U.S.", "USA", id="points"),
        pytest.param("United  States", "USA", id="blanks"),
        pytest.param("Great Britain", "GBR", id="another name"),
    ],
)
def test_state_code(text: str, code: str) -> None:
    assert state_code(text) == code


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("Rusia", r"Russia \(RUS\)", id="a slip"),
        pytest.param("RU", r"Russia \(RUS\)", id="two letters"),
        pytest.param("Atlantis", "write its name", id="nowhere"),
        pytest.param("", "write its name", id="nothing"),
    ],
)
def test_unknown_state(text: str, near: str) -> None:
    with pytest.raises(UnknownName, match=near):
        state_code(text)


@pytest.mark.parametrize("text", ["issue:syria", "syria", "Syria", "SYRIA"])
def test_issue_id(text: str) -> None:
    assert issue_id(text, reference()) == "issue:syria"


@pytest.mark.parametrize("text", ["missile-defence", "missile defence"])
def test_issue_of_two_words(text: str) -> None:
    assert issue_id(text, reference()) == "issue:missile-defence"


def test_unknown_issue_names_what_is_near() -> None:
    with pytest.raises(UnknownName, match="syria"):
        issue_id("syra", reference())


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("lavrov", ("person:sergei-lavrov",), id="surname"),
        pytest.param("Sergey Lavrov", ("person:sergei-lavrov",), id="another spelling"),
        pytest.param("person:john-kerry", ("person:john-kerry",), id="id"),
    ],
)
def test_actor_ids(text: str, ids: tuple[str, ...]) -> None:
    assert actor_ids(text, registry()) == ids


def test_a_surname_of_several_people_is_no_answer() -> None:
    with pytest.raises(UnknownName, match="Bill Clinton, Hillary Clinton"):
        actor_ids("Clinton", registry())


def test_unknown_actor_names_who_is_near() -> None:
    with pytest.raises(UnknownName, match="Sergei Lavrov"):
        actor_ids("Lavrow", registry())


def test_article_id_by_a_short_id(conn: Connection) -> None:
    key = made.post().article.id
    assert article_id(conn, key) == key
    assert article_id(conn, key.partition(":")[2][:6]) == key


@pytest.mark.parametrize("text", ["00", "ffffffff", "nothing", ""])
def test_no_such_article(conn: Connection, text: str) -> None:
    with pytest.raises(UnknownName):
        article_id(conn, text)


@pytest.mark.parametrize(
    ("words", "state", "on", "names"),
    [
        pytest.param("foreign minister", "RUS", date(2013, 2, 26), ["Sergei Lavrov"], id="office"),
        pytest.param("Secretary of State", "USA", date(2013, 5, 7), ["John Kerry"], id="its title"),
        pytest.param(
            "foreign-minister", "USA", date(2013, 2, 1), ["Hillary Clinton", "John Kerry"],
            id="a hand-over",
        ),
        pytest.param("foreign minister", "USA", date(1492, 1, 1), [], id="before all"),
    ],
)  # fmt: skip
def test_who_held_an_office(words: str, state: str, on: date, names: list[str]) -> None:
    assert [held.name for held in who(registry(), words, state, on)] == names


def test_who_somebody_was_on_a_day_and_ever() -> None:
    (then,) = who(registry(), "lavrov", on=date(2003, 1, 1))
    assert then.tenure is not None
    assert then.tenure.title == "Ambassador to the United Nations"
    ever = who(registry(), "lavrov")
    starts = [held.tenure.start.start for held in ever if held.tenure and held.tenure.start.start]
    assert len(ever) > 1
    assert starts == sorted(starts)


def test_somebody_out_of_office() -> None:
    (held,) = who(registry(), "John Kerry", on=date(1950, 1, 1))
    assert (held.name, held.tenure) == ("John Kerry", None)


@pytest.mark.parametrize(
    ("words", "state", "near"),
    [
        pytest.param("foreign minster", "RUS", "Foreign Minister", id="a slip in an office"),
        pytest.param("lavrof", None, "Sergei Lavrov|write an office", id="a slip in a name"),
        pytest.param("xyzzy", None, "write an office", id="nothing near"),
    ],
)
def test_who_is_unknown(words: str, state: str | None, near: str) -> None:
    with pytest.raises(UnknownName, match=near):
        who(registry(), words, state)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        pytest.param("Kery", "John Kerry", id="a letter left out"),
        pytest.param("Obamma", "Barack Obama, Michelle Obama", id="a letter too many, two of the name"),
        pytest.param("Kerry", "", id="a surname"),
        pytest.param("John Kerry", "", id="the full name"),
        pytest.param("kerry", "", id="small letters"),
        pytest.param("person:john-kerry", "", id="an id"),
        pytest.param("Moscow", "", id="a capital, which is a name of its state"),
    ],
)
def test_who_is_taken(typed: str, taken: str) -> None:
    known = registry()
    ids = tuple(actor.id for actor in known.find(typed)) or (typed,)
    assert names_taken(typed, ids, known) == taken


def test_an_id_is_what_was_typed() -> None:
    assert actor_ids("person:john-kerry", registry()) == ("person:john-kerry",)


CLINTONS = tuple(sorted(actor.id for actor in registry().find("Clinton")))


@pytest.mark.parametrize(
    ("field", "told", "ids"),
    [
        ("actor", ("person:hillary-clinton",), ("person:hillary-clinton",)),
        ("actor", ("person:bill-clinton",), ("person:bill-clinton",)),
        ("actor", CLINTONS, None),
        ("actor", (), None),
        ("by", ("person:hillary-clinton",), None),
    ],
    ids=["her", "him", "both", "neither", "under another heading"],
)
def test_a_surname_of_several_is_that_of_whom_the_archive_speaks_of(
    tmp_path: Path, field: str, told: tuple[str, ...], ids: tuple[str, ...] | None
) -> None:
    database = open_database(archive_at(tmp_path / "a.db"))
    with database.write() as conn:
        for number, one in enumerate(told, 90_000):
            row = {"id": number, "kind": "statement", "field": field, "value": one}
            conn.execute(sa.insert(heading).values(row))
        if ids is None:
            with pytest.raises(UnknownName, match="is the name of"):
                actor_ids("Clinton", registry(), conn)
        else:
            assert actor_ids("Clinton", registry(), conn) == ids
    database.close()

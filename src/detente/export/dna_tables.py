"""The tables of a Discourse Network Analyzer database (version 3): names, columns and constraints.

The format is that of the program's SQLite files: 16 tables, one statement type with four variables and
a fifth of ours, one coder. Texts of names and titles are shorter than 191 characters.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

LONGEST = 190
"""Most characters of a title, an author, a name or an attribute."""
PASSWORD = "detente"
"""With which the coder of the file opens it; it protects nothing, the program asks for one."""
STATEMENT_TYPE = 1
VARIABLES: dict[str, tuple[int, str]] = {
    "person": (1, "short text"),
    "organization": (2, "short text"),
    "concept": (3, "short text"),
    "agreement": (4, "boolean"),
    "note": (5, "long text"),
}
"""Variables of the statement type, with number and type; `note` is ours."""
ATTRIBUTES = ("Type", "Alias", "Notes")
"""What the program keeps of each person, organisation and concept."""
_COLOUR = ("Red", "Green", "Blue")
_PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements",
    "EditStatements", "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes",
    "EditCoders", "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments",
    "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip


def _number(name: str, low: int, high: int, default: int) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} BETWEEN {low} AND {high})"


def _short(name: str, default: str = "") -> str:
    return f"{name} TEXT NOT NULL {default} CHECK (LENGTH({name}) < {LONGEST + 1})"


def _of(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table}(ID) ON DELETE CASCADE"


def _data(table: str, value: str, *more: str) -> str:
    return (
        f"CREATE TABLE {table}(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, "
        f"VariableId INTEGER NOT NULL, {value}, {_of('StatementId', 'STATEMENTS')}, "
        f"{_of('VariableId', 'VARIABLES')}, {''.join(f'{one}, ' for one in more)}"
        "UNIQUE (StatementId, VariableId))"
    )


_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_EMPTY = "DEFAULT ''"
_PAINT = ", ".join(_number(name, 0, 255, 0) for name in _COLOUR)
_ALLOWED = ", ".join(_number(f"Permission{name}", 0, 1, 1) for name in _PERMISSIONS)
_VIEWS = ", ".join(
    _number(name, 0, 1, 1)
    for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
)
SCHEMA = (
    "CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL)",
    f"CREATE TABLE CODERS({_ID}, {_short('Name')}, {_PAINT}, {_number('Refresh', 0, 9999, 0)}, "
    f"{_number('FontSize', 1, 99, 14)}, {_short('Password')}, "
    f"{_number('PopupWidth', 100, 9999, 300)}, {_number('ColorByCoder', 0, 1, 0)}, "
    f"{_number('PopupDecoration', 0, 1, 0)}, {_number('PopupAutoComplete', 0, 1, 1)}, {_ALLOWED})",
    f"CREATE TABLE DOCUMENTS({_ID}, {_short('Title')}, Text TEXT NOT NULL, Coder INTEGER, "
    + ", ".join(_short(name, _EMPTY) for name in ("Author", "Source", "Section", "Type"))
    + f", Notes TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL, {_of('Coder', 'CODERS')})",
    f"CREATE TABLE STATEMENTTYPES({_ID}, {_short('Label')}, {_PAINT})",
    f"CREATE TABLE VARIABLES({_ID}, {_short('Variable')}, DataType TEXT NOT NULL DEFAULT 'short text' "
    "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')), StatementTypeId INTEGER, "
    f"{_of('StatementTypeId', 'STATEMENTTYPES')}, UNIQUE (Variable, StatementTypeId))",
    f"CREATE TABLE VARIABLELINKS({_ID}, SourceVariableId INTEGER, TargetVariableId INTEGER, "
    f"{_of('SourceVariableId', 'VARIABLES')}, {_of('TargetVariableId', 'VARIABLES')}, "
    "CHECK (TargetVariableId != SourceVariableId))",
    f"CREATE TABLE REGEXES(Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < {LONGEST + 1}), {_PAINT})",
    f"CREATE TABLE CODERRELATIONS({_ID}, Coder INTEGER CHECK (Coder > 0), "
    f"OtherCoder INTEGER CHECK (OtherCoder > 0), {_VIEWS}, {_of('Coder', 'CODERS')}, "
    f"{_of('OtherCoder', 'CODERS')}, CHECK (Coder != OtherCoder))",
    f"CREATE TABLE STATEMENTS({_ID}, StatementTypeId INTEGER, DocumentId INTEGER, "
    "Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL CHECK (Stop >= 0), "
    f"Coder INTEGER, {_of('StatementTypeId', 'STATEMENTTYPES')}, {_of('Coder', 'CODERS')}, "
    f"{_of('DocumentId', 'DOCUMENTS')}, CHECK (Start < Stop))",
    f"CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, "
    f"{_short('Value', _EMPTY)}, {_PAINT}, ChildOf INTEGER CHECK (ChildOf > 0), "
    f"UNIQUE (VariableId, Value), {_of('ChildOf', 'ENTITIES')}, {_of('VariableId', 'VARIABLES')})",
    _data("DATABOOLEAN", "Value INTEGER NOT NULL DEFAULT 1"),
    _data("DATAINTEGER", "Value INTEGER NOT NULL DEFAULT 0"),
    _data("DATASHORTTEXT", "Entity INTEGER NOT NULL", _of("Entity", "ENTITIES")),
    _data("DATALONGTEXT", "Value TEXT DEFAULT ''"),
    "CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, "
    f"{_short('AttributeVariable')}, UNIQUE (VariableId, AttributeVariable), "
    f"{_of('VariableId', 'VARIABLES')})",
    "CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, "
    f"AttributeVariableId INTEGER NOT NULL, {_short('AttributeValue', _EMPTY)}, "
    f"UNIQUE (EntityId, AttributeVariableId), {_of('EntityId', 'ENTITIES')}, "
    f"{_of('AttributeVariableId', 'ATTRIBUTEVARIABLES')})",
)
"""The 16 tables."""


def password_digest(password: str, salt: bytes = b"detente exports\n", rounds: int = 100_000) -> str:
    """Return a password as the program keeps it: salted SHA-256, many times over, as base64.

    That is Jasypt's `StrongPasswordEncryptor`: 16 bytes of salt before the digest. The salt is fixed,
    so that the same archive gives the same file.

    >>> len(password_digest("x", rounds=1))
    64
    """
    found = salt + password.encode()
    for _ in range(rounds):
        found = sha256(found).digest()
    return b64encode(salt + found).decode()

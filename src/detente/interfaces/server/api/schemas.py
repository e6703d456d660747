"""Views become JSON Schema: types from their hints, descriptions from the docstrings of their fields.

What `plain` makes of a view fits the schema that is made of its class here; a test holds both together.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import sys
import types
import typing
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal, Union

from detente.interfaces.server.api.plain import lays_flat
from detente.query.views import Encounter
from detente.records import Evidence

Schema = dict[str, Any]
REF = "#/components/schemas/"
_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Any: {},
}
EVIDENCE: Schema = {
    "type": "object",
    "description": "A range of an article's text that supports the row.",
    "properties": {
        "article": {"type": "string", "description": "The article."},
        "sentence": {"type": "integer", "description": "Number of the sentence, -1 outside of any."},
        "start": {"type": "integer", "description": "First character of the article's text."},
        "end": {"type": "integer", "description": "One past the last."},
        "role": {"type": "string", "description": "What of the row it shows."},
        "quote": {"type": "string", "description": "The words, e-mail addresses withheld."},
        "sha": {"type": "string", "description": "BLAKE2b of the words as printed, 8 bytes."},
    },
    "required": ["article", "sentence", "start", "end", "role", "quote", "sha"],
    "additionalProperties": False,
}
PROBLEM: Schema = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What was tried, and what is there."},
        "remedy": {"type": "string", "description": "What to do."},
    },
    "required": ["type", "title", "status", "detail"],
}


class Schemas:
    """The schemas of the classes that were asked for, and of all that these are made of."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {"Evidence": EVIDENCE, "Problem": PROBLEM}
        self.named: dict[str, type] = {}

    def ref(self, record: type) -> Schema:
        """Return a reference to the schema of a class; it is made when it is not there."""
        name = self._name(record)
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = self.of(record)
        return {"$ref": REF + name}

    def _name(self, record: type) -> str:
        """Return the name of a class; the module's goes before it where another has the same."""
        name = record.__name__
        if self.named.setdefault(name, record) is not record:
            name = record.__module__.rpartition(".")[2].title().replace("_", "") + name
            self.named[name] = record
        return name

    def of(self, record: type) -> Schema:
        """Return the schema of a class, nothing of it required but its id where it has one."""
        fields = self.properties(record)
        required = ["id"] if "id" in fields else sorted(set(fields) - {"evidence"})
        return {
            "type": "object",
            "description": (inspect.getdoc(record) or "").partition("\n\n")[0],
            "properties": fields,
            "required": required,
            "additionalProperties": False,
        }

    def properties(self, record: type) -> dict[str, Schema]:
        """Return the fields of a class as `plain` lays them."""
        hints = typing.get_type_hints(record)
        notes = docs_of(record)
        found: dict[str, Schema] = {}
        for field in dataclasses.fields(record):
            hint = hints[field.name]
            if field.name == "row" and lays_flat(record):
                found |= self.properties(typing.cast(type, hint))
            elif field.name == "rows" and record is Encounter:
                found["same"] = {
                    "type": "array", "items": {"type": "string"},
                    "description": "Ids of all reports, in order of publication.",
                }  # fmt: skip
                found["evidence"] = _evidence()
            elif field.name == "evidence" and _item(hint) is Evidence:
                found["evidence"] = _evidence()
            else:
                schema = self.hint(hint)
                note = notes.get(field.name)
                found[field.name] = {**schema, "description": note} if note else schema
        return found

    def hint(self, hint: Any) -> Schema:
        """Return the schema of a type; raises TypeError for one that no rule covers."""
        if hint in _SCALARS:
            return dict(_SCALARS[hint])
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin is Literal:
            return {"type": "string", "enum": list(args)}
        if origin in (types.UnionType, Union):
            return _union([self.hint(arg) for arg in args if arg is not type(None)], type(None) in args)
        if origin is tuple and len(args) == 2 and args[1] is ...:
            return {"type": "array", "items": self.hint(args[0])}
        if origin is tuple:
            return {
                "type": "array", "prefixItems": [self.hint(arg) for arg in args],
                "minItems": len(args), "maxItems": len(args),
            }  # fmt: skip
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            return self.ref(hint)
        raise TypeError(f"no rule says how {hint!r} is described")


def fields_of(record: type) -> tuple[str, ...]:
    """Return the names of the fields that `plain` gives a view of this class."""
    return tuple(Schemas().properties(record))


def _evidence() -> Schema:
    return {
        "type": "array",
        "items": {"$ref": REF + "Evidence"},
        "description": "Ranges of text; there with `include=evidence`.",
    }


def _item(hint: Any) -> Any:
    args = typing.get_args(hint)
    return args[0] if args else hint


def _union(schemas: list[Schema], nullable: bool) -> Schema:
    if nullable and len(schemas) == 1 and isinstance(kind := schemas[0].get("type"), str):
        found = {**schemas[0], "type": [kind, "null"]}
        if "enum" in found:
            found["enum"] = [*found["enum"], None]
        return found
    return {"anyOf": schemas + ([{"type": "null"}] if nullable else [])}


def docs_of(record: type) -> Mapping[str, str]:
    """Return the docstrings under the fields of a class, by the names of these.

    >>> from detente.query.refs import Ref
    >>> docs_of(Ref)["article"]
    '`Article.id`.'
    """
    return _docs(record.__module__).get(record.__qualname__, {})


@lru_cache(maxsize=64)
def _docs(module: str) -> dict[str, dict[str, str]]:
    """Return the docstrings under the fields of every class of a module."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(sys.modules[module])).body:
        if not isinstance(node, ast.ClassDef):
            continue
        notes = found.setdefault(node.name, {})
        for field, after in zip(node.body, node.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                match after:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        notes[field.target.id] = " ".join(text.split())
                    case _:
                        pass
    return found

"""Frozen records that are made by the ten thousand, at half the cost.

The `__init__` that `dataclasses` writes for a frozen class sets each field through
`object.__setattr__`, which looks the name up again; with `slots=True` the field's own descriptor is at
hand and says where it goes. An article makes two thousand such records.

    @swift
    @dataclass(frozen=True, slots=True)
    class Span: ...
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

R = TypeVar("R")
_UNSET: Any = object()
"""What stands for a default that is made anew for each record."""


def swift(cls: type[R]) -> type[R]:
    """Return the class with an `__init__` that sets its slots directly; everything else stays.

    For a dataclass with `frozen=True, slots=True`; defaults, factories, keyword-only fields,
    `init=False` fields with a default and `__post_init__` mean what they meant. A class without slots,
    or with an `InitVar`, raises TypeError.

    >>> @swift
    ... @dataclasses.dataclass(frozen=True, slots=True)
    ... class Span:
    ...     start: int
    ...     end: int = 0
    >>> Span(3, end=5)
    Span(start=3, end=5)
    """
    if not dataclasses.is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is no dataclass: swift goes above @dataclass.")
    known = {one.name for one in dataclasses.fields(cls)}
    strange = [name for name, one in cls.__dataclass_fields__.items() if _is_init_var(one)]
    unslotted = sorted(name for name in known if not hasattr(getattr(cls, name, None), "__set__"))
    if strange or unslotted:
        raise TypeError(f"{cls.__name__} has fields without a slot: {', '.join(strange + unslotted)}.")
    old: Any = cls.__init__
    names: dict[str, Any] = {"_UNSET": _UNSET}
    places: list[str] = []
    words: list[str] = []
    body: list[str] = []
    for one in dataclasses.fields(cls):
        name = one.name
        names[f"_set_{name}"] = getattr(cls, name).__set__
        value = name
        if one.default is not dataclasses.MISSING:
            names[f"_is_{name}"] = one.default
            default = f"{name}=_is_{name}"
            value = name if one.init else f"_is_{name}"
        elif one.default_factory is not dataclasses.MISSING:
            names[f"_new_{name}"] = one.default_factory
            default = f"{name}=_UNSET"
            value = f"_new_{name}() if {name} is _UNSET else {name}" if one.init else f"_new_{name}()"
        else:
            default = name
        if one.init:
            (words if one.kw_only else places).append(default)
        elif default == name:
            continue
        body.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    asked = ", ".join(["self", *places, *(["*", *words] if words else [])])
    exec("\n".join([f"def __init__({asked}):", *body, *([] if body else [" pass"])]), names)
    made = names["__init__"]
    made.__qualname__, made.__annotations__ = old.__qualname__, old.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls


def _is_init_var(field: Any) -> bool:
    return bool(field._field_type is dataclasses._FIELD_INITVAR)  # type: ignore[attr-defined]

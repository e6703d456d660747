"""A page under study: its rows and the labels given so far; the first rule to label a row wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.read.rows import Label, Row
from detente.records import LineRole


@dataclass(slots=True)
class Page:
    """Rows and their labels; made and consumed inside one call, never kept."""

    rows: list[Row]
    """The rows in order."""
    labels: list[Label | None] = field(default_factory=list)
    """One a row; None as long as no rule has spoken."""
    splits: dict[int, int] = field(default_factory=dict)
    """Row to the offset in the text at which its dateline ends and its body begins."""

    def __post_init__(self) -> None:
        if not self.labels:
            self.labels = [None] * len(self.rows)

    def give(self, index: int, role: LineRole, reason: str, score: float = 1.0) -> None:
        """Label a row that has no label yet."""
        if self.labels[index] is None:
            self.labels[index] = Label(role, reason, score)

    def replace(self, index: int, role: LineRole, reason: str, score: float = 1.0) -> None:
        """Label a row whatever it had."""
        self.labels[index] = Label(role, reason, score)

    def role(self, index: int) -> LineRole | None:
        """Return the role of a row, None where it has none yet."""
        label = self.labels[index]
        return label.role if label else None

    def with_role(self, *roles: LineRole) -> Iterator[tuple[int, Row]]:
        """Yield index and row of every row with one of these roles."""
        for index, row in enumerate(self.rows):
            if self.role(index) in roles:
                yield index, row

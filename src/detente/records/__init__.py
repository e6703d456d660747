"""The data model: one frozen, slotted dataclass a table, each field explained under it.

Four kinds of thing are kept apart. An *Article* and its *Line*s are what an outlet printed.
*Mention*, *Statement*, *Event*, *Meeting*, *Position*, *Forecast* and *Attitude* are rows of one
article: a pure function of its bytes and the pipeline's version. *Actor*, *Tenure* and *Issue* are
reference. *Link* relates rows of several articles; nothing is ever merged.

Offsets are half-open ranges of characters in `Article.text`, so `text[start:end]` is what a row
claims. Names of states are ISO 3166-1 alpha-3. Dates are `When`, never a bare string.
"""

from detente.records.articles import (
    Access,
    Article,
    Caption,
    Found,
    Line,
    LineRole,
)
from detente.records.links import (
    Judgement,
    Link,
    StoryChange,
)
from detente.records.reference import (
    Actor,
    ActorKind,
    Issue,
    Tenure,
)
from detente.records.rows import (
    Attitude,
    Event,
    Extraction,
    Factuality,
    Forecast,
    Meeting,
    Mention,
    Position,
    Row,
    Statement,
)
from detente.records.values import (
    UNKNOWN_DATE,
    Basis,
    Channel,
    Evidence,
    EvidenceRole,
    Magnitude,
    Participant,
    Place,
    Precision,
    When,
    make_id,
    to_dict,
)

__all__ = [
    "UNKNOWN_DATE",
    "Access",
    "Actor",
    "ActorKind",
    "Article",
    "Attitude",
    "Basis",
    "Caption",
    "Channel",
    "Event",
    "Evidence",
    "EvidenceRole",
    "Extraction",
    "Factuality",
    "Forecast",
    "Found",
    "Issue",
    "Judgement",
    "Line",
    "LineRole",
    "Link",
    "Magnitude",
    "Meeting",
    "Mention",
    "Participant",
    "Place",
    "Position",
    "Precision",
    "Row",
    "Statement",
    "StoryChange",
    "Tenure",
    "When",
    "make_id",
    "to_dict",
]

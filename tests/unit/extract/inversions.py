"""Sentences of which every statement is given: cues that say, deny or leave open."""

from __future__ import annotations

FIRST: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "Anna Berg denied that the base had been closed.",
        "denies",
        [("Anna Berg", "denied that the base had been closed")],
    ),
    (
        "Anna Berg has always denied that the base had been closed.",
        "denies",
        [("Anna Berg", "denied that the base had been closed")],
    ),
    (
        "Anna Berg flatly denied the report that the base had been closed.",
        "denies",
        [("Anna Berg", "denied the report that the base had been closed")],
    ),
    ("Anna Berg denied closing the base.", "denies", [("Anna Berg", "denied closing the base")]),
    (
        "Anna Berg denied having closed the base.",
        "denies",
        [("Anna Berg", "denied having closed the base")],
    ),
    (
        "Anna Berg never denied that the base had been closed.",
        "denies",
        [("Anna Berg", "never denied that the base had been closed")],
    ),
    (
        "Anna Berg did not deny that the base had been closed.",
        "denies",
        [("Anna Berg", "did not deny that the base had been closed")],
    ),
    (
        "Anna Berg neither confirmed nor denied that the base had been closed.",
        "denies",
        [("Anna Berg", "neither confirmed nor denied that the base had been closed")],
    ),
    (
        "Anna Berg declined to confirm that the base had been closed.",
        "open",
        [("Anna Berg", "to confirm that the base had been closed")],
    ),
    (
        "Anna Berg would not confirm that the base had been closed.",
        "denies",
        [("Anna Berg", "would not confirm that the base had been closed")],
    ),
    (
        "Anna Berg could not confirm that the base had been closed.",
        "denies",
        [("Anna Berg", "could not confirm that the base had been closed")],
    ),
    (
        "Anna Berg refused to say that the treaty was dead.",
        "open",
        [("Anna Berg", "to say that the treaty was dead")],
    ),
    (
        "Anna Berg refused to say whether the treaty was dead.",
        "open",
        [("Anna Berg", "to say whether the treaty was dead")],
    ),
    (
        "Anna Berg refused to rule out new sanctions.",
        "denies",
        [("Anna Berg", "refused to rule out new sanctions")],
    ),
    (
        "Anna Berg would not rule out new sanctions.",
        "denies",
        [("Anna Berg", "would not rule out new sanctions")],
    ),
    (
        "Anna Berg did not rule out that the treaty would lapse.",
        "denies",
        [("Anna Berg", "did not rule out that the treaty would lapse")],
    ),
    ("Anna Berg ruled out new sanctions.", "denies", [("Anna Berg", "ruled out new sanctions")]),
    (
        "Anna Berg ruled out that the treaty would lapse.",
        "denies",
        [("Anna Berg", "ruled out that the treaty would lapse")],
    ),
    ("Anna Berg stopped short of saying that the treaty was dead.", "nothing", []),
    ("Anna Berg stopped short of calling for new sanctions.", "nothing", []),
    ("Anna Berg stopped short of accusing Norway of spying.", "nothing", []),
    ("Anna Berg failed to condemn the raid.", "nothing", []),
    ("Anna Berg failed to say that the treaty was dead.", "nothing", []),
    ("Anna Berg fell short of endorsing the plan.", "nothing", []),
    ("Far from saying that the treaty was dead, Anna Berg praised it.", "nothing", []),
    (
        "Far from accusing Norway, Anna Berg thanked it for the help.",
        "says",
        [("Anna Berg", "it for the help")],
    ),
    ("Instead of saying that the treaty was dead, Anna Berg praised it.", "nothing", []),
    ("Rather than accuse Norway of spying, Anna Berg praised it.", "nothing", []),
    ("Anna Berg left without saying that the treaty was dead.", "nothing", []),
    ("Anna Berg avoided saying that the treaty was dead.", "nothing", []),
    ("Anna Berg was careful not to say that the treaty was dead.", "nothing", []),
    ("Anna Berg was reluctant to say that the treaty was dead.", "nothing", []),
    ("Anna Berg hesitated to call the treaty dead.", "nothing", []),
    (
        "Anna Berg said Peter Holm never said that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm never said that the treaty was dead")],
    ),
    (
        "Anna Berg said Peter Holm had not said that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm had not said that the treaty was dead")],
    ),
    (
        "Anna Berg said that nobody had claimed that the treaty was dead.",
        "denies",
        [("Anna Berg", "nobody had claimed that the treaty was dead")],
    ),
    (
        "Anna Berg said she never said that the treaty was dead.",
        "denies",
        [("Anna Berg", "she never said that the treaty was dead")],
    ),
    (
        "Anna Berg said Peter Holm was wrong to say that the treaty was dead.",
        "denies",
        [("Anna Berg", "Peter Holm was wrong to say that the treaty was dead")],
    ),
    (
        "Anna Berg said it would be wrong to say that the treaty was dead.",
        "denies",
        [("Anna Berg", "it would be wrong to say that the treaty was dead")],
    ),
    (
        "Anna Berg said it was not true that the treaty was dead.",
        "denies",
        [("Anna Berg", "it was not true that the treaty was dead")],
    ),
    (
        "Anna Berg said it was too early to say that the treaty was dead.",
        "open",
        [("Anna Berg", "it was too early to say that the treaty was dead")],
    ),
    (
        "Anna Berg said there was no proof that the treaty was dead.",
        "denies",
        [("Anna Berg", "there was no proof that the treaty was dead")],
    ),
    (
        "Anna Berg said she saw no proof that the treaty was dead.",
        "denies",
        [("Anna Berg", "she saw no proof that the treaty was dead")],
    ),
    (
        "Anna Berg said the claim that the treaty was dead was false.",
        "denies",
        [("Anna Berg", "the claim that the treaty was dead was false")],
    ),
    (
        "Anna Berg said reports that the treaty was dead were invented.",
        "denies",
        [("Anna Berg", "reports that the treaty was dead were invented")],
    ),
    (
        "Anna Berg said she doubted that the treaty was dead.",
        "denies",
        [("Anna Berg", "she doubted that the treaty was dead")],
    ),
    (
        "Anna Berg said she did not believe that the treaty was dead.",
        "denies",
        [("Anna Berg", "she did not believe that the treaty was dead")],
    ),
    (
        "Anna Berg does not believe that the treaty is dead.",
        "denies",
        [("Anna Berg", "does not believe that the treaty is dead")],
    ),
    (
        "Anna Berg does not think the treaty is dead.",
        "denies",
        [("Anna Berg", "does not think the treaty is dead")],
    ),
    (
        "Anna Berg no longer believes that the treaty is dead.",
        "denies",
        [("Anna Berg", "no longer believes that the treaty is dead")],
    ),
    (
        "Anna Berg never believed that the treaty was dead.",
        "denies",
        [("Anna Berg", "never believed that the treaty was dead")],
    ),
    (
        "Anna Berg hardly believes that the treaty is dead.",
        "denies",
        [("Anna Berg", "hardly believes that the treaty is dead")],
    ),
    (
        "Anna Berg refuses to believe that the treaty is dead.",
        "denies",
        [("Anna Berg", "refuses to believe that the treaty is dead")],
    ),
    (
        "Anna Berg finds it hard to believe that the treaty is dead.",
        "open",
        [("Anna Berg", "it hard to believe that the treaty is dead")],
    ),
    (
        "Anna Berg is not sure that the treaty is dead.",
        "denies",
        [("Anna Berg", "is not sure that the treaty is dead")],
    ),
    ("Anna Berg is not convinced that the treaty is dead.", "nothing", []),
    ("Anna Berg is far from convinced that the treaty is dead.", "nothing", []),
    (
        "Anna Berg doubts that the treaty is dead.",
        "denies",
        [("Anna Berg", "doubts that the treaty is dead")],
    ),
    (
        "Anna Berg doubts whether the treaty will last.",
        "denies",
        [("Anna Berg", "doubts whether the treaty will last")],
    ),
    (
        "Anna Berg asked whether the treaty was dead.",
        "open",
        [("Anna Berg", "whether the treaty was dead")],
    ),
    ("Anna Berg asked if the treaty was dead.", "open", [("Anna Berg", "if the treaty was dead")]),
    (
        "Anna Berg wondered whether the treaty was dead.",
        "open",
        [("Anna Berg", "whether the treaty was dead")],
    ),
    (
        "Anna Berg questioned whether the treaty was dead.",
        "open",
        [("Anna Berg", "questioned whether the treaty was dead")],
    ),
    (
        "Anna Berg disputed that the treaty was dead.",
        "denies",
        [("Anna Berg", "disputed that the treaty was dead")],
    ),
    (
        "Anna Berg rejected the claim that the treaty was dead.",
        "denies",
        [("Anna Berg", "rejected the claim that the treaty was dead")],
    ),
    (
        "Anna Berg dismissed the report that the treaty was dead.",
        "denies",
        [("Anna Berg", "dismissed the report that the treaty was dead")],
    ),
    (
        "Anna Berg dismissed as nonsense the report that the treaty was dead.",
        "denies",
        [("Anna Berg", "dismissed as nonsense the report that the treaty was dead")],
    ),
    (
        "Anna Berg rejected suggestions that the treaty was dead.",
        "denies",
        [("Anna Berg", "rejected suggestions that the treaty was dead")],
    ),
    (
        "Anna Berg rejects the view that the treaty is dead.",
        "denies",
        [("Anna Berg", "rejects the view that the treaty is dead")],
    ),
    (
        "Anna Berg ridiculed the idea that the treaty was dead.",
        "denies",
        [("Anna Berg", "ridiculed the idea that the treaty was dead")],
    ),
    (
        "Anna Berg contradicted reports that the treaty was dead.",
        "denies",
        [("Anna Berg", "contradicted reports that the treaty was dead")],
    ),
    (
        "Anna Berg warned against saying that the treaty was dead.",
        "denies",
        [("Anna Berg", "against saying that the treaty was dead")],
    ),
    (
        "Anna Berg warned against closing the base.",
        "denies",
        [("Anna Berg", "against closing the base")],
    ),
    (
        "Anna Berg cautioned against the belief that the treaty was dead.",
        "denies",
        [("Anna Berg", "against the belief that the treaty was dead")],
    ),
]

"""Sentences of which every statement is given: denials and doubts of a ferry sold or not."""

from __future__ import annotations

THIRD: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "Petra Voss denies that the ferry was ever late.",
        "denies",
        [("Petra Voss", "denies that the ferry was ever late")],
    ),
    (
        "Petra Voss flatly denied having sold the ferry.",
        "denies",
        [("Petra Voss", "denied having sold the ferry")],
    ),
    (
        "The harbour office disputed that the ferry had been sold.",
        "denies",
        [("The harbour office", "disputed that the ferry had been sold")],
    ),
    (
        "Petra Voss does not think that the ferry will be sold.",
        "denies",
        [("Petra Voss", "does not think that the ferry will be sold")],
    ),
    (
        "Petra Voss did not agree that the ferry was unsafe.",
        "denies",
        [("Petra Voss", "did not agree that the ferry was unsafe")],
    ),
    (
        "Petra Voss no longer believes that the ferry will be sold.",
        "denies",
        [("Petra Voss", "no longer believes that the ferry will be sold")],
    ),
    (
        "Petra Voss never promised that the ferry would be free.",
        "denies",
        [("Petra Voss", "never promised that the ferry would be free")],
    ),
    (
        "Petra Voss rejected the idea that the ferry should be sold.",
        "denies",
        [("Petra Voss", "rejected the idea that the ferry should be sold")],
    ),
    (
        "Petra Voss dismissed the report that the ferry had been sold.",
        "denies",
        [("Petra Voss", "dismissed the report that the ferry had been sold")],
    ),
    (
        "Petra Voss ruled out selling the ferry.",
        "denies",
        [("Petra Voss", "ruled out selling the ferry")],
    ),
    ("Petra Voss refused to sell the ferry.", "denies", [("Petra Voss", "refused to sell the ferry")]),
    ("Petra Voss was not convinced that the ferry was safe.", "nothing", []),
    ("That the ferry is safe, Petra Voss does not believe.", "nothing", []),
    (
        "Petra Voss said the ferry was not for sale.",
        "denies",
        [("Petra Voss", "the ferry was not for sale")],
    ),
    (
        "Petra Voss said nobody had asked about the ferry.",
        "denies",
        [("Petra Voss", "nobody had asked about the ferry")],
    ),
    (
        "Petra Voss said it was false that the ferry had been sold.",
        "denies",
        [("Petra Voss", "it was false that the ferry had been sold")],
    ),
    (
        "Selling the ferry, Petra Voss said, would be wrong.",
        "denies",
        [("Petra Voss", "Selling the ferry … would be wrong")],
    ),
    (
        "Petra Voss contradicted the claim that the ferry had been sold.",
        "denies",
        [("Petra Voss", "contradicted the claim that the ferry had been sold")],
    ),
    (
        "“We never said that the ferry was for sale,” Petra Voss said.",
        "denies",
        [("Petra Voss", "“We never said that the ferry was for sale,”")],
    ),
    (
        "Petra Voss warned against selling the ferry.",
        "denies",
        [("Petra Voss", "against selling the ferry")],
    ),
    ("Petra Voss neither believes nor hopes that the ferry will be sold.", "nothing", []),
    (
        "It is hardly true that the ferry was sold, Petra Voss said.",
        "denies",
        [("Petra Voss", "It is hardly true that the ferry was sold")],
    ),
    (
        "Petra Voss doubts whether the ferry will be sold.",
        "open",
        [("Petra Voss", "doubts whether the ferry will be sold")],
    ),
    (
        "Petra Voss asked whether the ferry would be sold.",
        "open",
        [("Petra Voss", "whether the ferry would be sold")],
    ),
    ("Petra Voss said the ferry may be sold.", "open", [("Petra Voss", "the ferry may be sold")]),
    (
        "Petra Voss said that if the ferry was sold, the town would pay.",
        "open",
        [("Petra Voss", "if the ferry was sold, the town would pay")],
    ),
    (
        "Petra Voss said only a fool would buy the ferry.",
        "open",
        [("Petra Voss", "only a fool would buy the ferry")],
    ),
    (
        "Petra Voss declined to say whether the ferry would be sold.",
        "open",
        [("Petra Voss", "to say whether the ferry would be sold")],
    ),
    (
        "Petra Voss would neither confirm nor deny that the ferry had been sold.",
        "denies",
        [("Petra Voss", "neither confirm nor deny that the ferry had been sold")],
    ),
    ("Petra Voss did not say that the ferry had been sold.", "nothing", []),
    ("Petra Voss has yet to say that the ferry was sold.", "nothing", []),
    ("Petra Voss could not say that the ferry was sold.", "nothing", []),
    ("Nobody at the harbour said that the ferry had been sold.", "nothing", []),
    ("Had Petra Voss said that the ferry was sold, the town would have laughed.", "nothing", []),
    ("Should Petra Voss say that the ferry is sold, nobody would believe her.", "nothing", []),
    ("Petra Voss was told to say that the ferry was sold.", "nothing", []),
    ("Petra Voss was accused of saying that the ferry was sold.", "nothing", []),
    ("Petra Voss avoided saying that the ferry was sold.", "nothing", []),
    ("Petra Voss is unlikely to say that the ferry was sold.", "nothing", []),
    ("Instead of saying that the ferry was sold, Petra Voss left.", "nothing", []),
    ("It would be wrong to say that the ferry was sold.", "nothing", []),
    ("Neither Petra Voss nor the harbour office said that the ferry was sold.", "nothing", []),
    ("Not even Petra Voss claimed that the ferry was sold.", "nothing", []),
    ("Petra Voss might say that the ferry was sold.", "nothing", []),
    (
        "Petra Voss did not hide that the ferry had been sold.",
        "says",
        [("Petra Voss", "did not hide that the ferry had been sold")],
    ),
    (
        "Petra Voss did not conceal that the ferry had been sold.",
        "says",
        [("Petra Voss", "did not conceal that the ferry had been sold")],
    ),
    (
        "Petra Voss admitted that the ferry had been sold.",
        "says",
        [("Petra Voss", "the ferry had been sold")],
    ),
    (
        "Nobody doubts that the ferry is safe, Petra Voss said.",
        "says",
        [("Petra Voss", "Nobody doubts that the ferry is safe")],
    ),
    (
        "Petra Voss said she never doubted that the ferry was safe.",
        "says",
        [("Petra Voss", "she never doubted that the ferry was safe")],
    ),
    (
        "Petra Voss insisted that the ferry was safe, although Tomas Lund said it was not.",
        "says",
        [("Petra Voss", "the ferry was safe"), ("Tomas Lund", "it was not")],
    ),
    (
        "Petra Voss, who denies that she sold the ferry, said the town would keep it.",
        "says",
        [("Petra Voss", "denies that she sold the ferry"), ("Petra Voss", "the town would keep it")],
    ),
    (
        "Tomas Lund denied selling the ferry, but Petra Voss said he had sold it.",
        "says",
        [("Tomas Lund", "denied selling the ferry"), ("Petra Voss", "he had sold it")],
    ),
    (
        "Without denying the sale, Petra Voss said the ferry was safe.",
        "says",
        [("Petra Voss", "the ferry was safe")],
    ),
    (
        "Petra Voss said that Tomas Lund had refused to sell the ferry.",
        "says",
        [("Petra Voss", "Tomas Lund had refused to sell the ferry")],
    ),
    (
        "Petra Voss said the council did not believe that the ferry was safe.",
        "says",
        [
            ("Petra Voss", "the council did not believe that the ferry was safe"),
            ("the council", "did not believe that the ferry was safe"),
        ],
    ),
    ("Petra Voss promised not to sell the ferry.", "says", [("Petra Voss", "not to sell the ferry")]),
    (
        "Petra Voss urged the town not to sell the ferry.",
        "says",
        [("Petra Voss", "the town not to sell the ferry")],
    ),
    (
        "Petra Voss called it nonsense that the ferry had been sold.",
        "says",
        [("Petra Voss", "it nonsense that the ferry had been sold")],
    ),
    (
        "Petra Voss praised the decision not to sell the ferry.",
        "says",
        [("Petra Voss", "the decision not to sell the ferry")],
    ),
    (
        "Petra Voss confirmed that the ferry had not been sold.",
        "says",
        [("Petra Voss", "the ferry had not been sold")],
    ),
]

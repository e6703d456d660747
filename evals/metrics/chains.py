"""CoNLL F1 of coreference: the mean of MUC, BCubed and CEAF-e over chains of mentions.

MUC is Vilain et al. 1995, BCubed Bagga and Baldwin 1998, CEAF-e Luo 2005; their mean is that of the
CoNLL-2011 shared task. Singletons count, as is usual for ECB+ with gold mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

from evals.metrics.clusters import Score, bcubed


def conll(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Return `conll_f1` and its parts; both map a mention to its chain."""
    parts = {"muc": muc(gold, found), "bcubed": bcubed(gold, found), "ceafe": ceafe(gold, found)}
    figures = {f"{name}_f1": round(score.f1, 4) for name, score in parts.items()}
    return {"conll_f1": round(sum(score.f1 for score in parts.values()) / len(parts), 4), **figures}


def muc(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Return the shares of links of found chains that gold has, and of gold chains that are found."""
    return Score(_links(found, gold), _links(gold, found))


def _links(chains: Mapping[str, str], other: Mapping[str, str]) -> float:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for mention, chain in chains.items():
        members[chain].append(mention)
    kept = sum(len(one) - len({other[mention] for mention in one}) for one in members.values())
    whole = sum(len(one) - 1 for one in members.values())
    return kept / whole if whole else 0.0


def ceafe(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Return the likeness of chains matched one to one, as a share of found and of gold chains."""
    wanted, got = Counter(gold.values()), Counter(found.values())
    rows = {chain: at for at, chain in enumerate(wanted)}
    columns = {chain: at for at, chain in enumerate(got)}
    alike = np.zeros((len(rows), len(columns)))
    for (true, chain), both in Counter((gold[one], found[one]) for one in gold).items():
        alike[rows[true], columns[chain]] = 2 * both / (wanted[true] + got[chain])
    picked = linear_sum_assignment(-alike)
    total = float(alike[picked].sum())
    return Score(total / (len(columns) or 1), total / (len(rows) or 1))

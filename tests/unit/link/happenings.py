"""Reports of two happenings of one kind, in words that both share and words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from detente.link.stories import Telling, telling

DAY = date(2013, 2, 26)
KIND = (
    "Police sealed off the street after the break-in at the consulate before dawn.",
    "The ministry called the break-in at the consulate a breach of the Vienna convention.",
    "Nobody was hurt in the break-in, and police found no papers missing from the consulate.",
    "The ambassador asked the government for more police guards after the break-in.",
    "A spokesman said the consulate would stay closed while police searched it.",
    "The foreign ministry summoned the ambassador over the consulate and the guards.",
)
"""What every break-in at a consulate is told with."""
GDYNIA = (
    "The Norwegian consulate in Gdynia stands on Starowiejska near the Baltic harbour.",
    "Consul Ingrid Solheim said 14 windows were broken with paving stones in Gdynia.",
    "Polish police in Gdynia held two dockers, Marek Zielony and Tomasz Wrona.",
    "Norway and Poland had quarrelled over herring quotas for the Baltic harbour.",
    "Zielony and Wrona are to appear before a court in Gdynia, the prosecutor said.",
    "Solheim thanked Polish neighbours on Starowiejska who had called the police.",
)
VARNA = (
    "The Turkish consulate in Varna stands on Preslav near the Black Sea garden.",
    "Consul Cemal Aksoy said a safe with 30 passports was forced open in Varna.",
    "Bulgarian police in Varna sought a driver, Petar Iliev, and a red van.",
    "Turkey and Bulgaria had quarrelled over a water treaty for the Maritsa.",
    "Iliev and the red van were seen at the Maritsa bridge, Bulgarian radio said.",
    "Aksoy said the passports taken on Preslav had been cancelled by Ankara.",
)


def reports(
    name: str, own: Sequence[str], many: int, *, day: date | None = DAY, meets: tuple[str, ...] = ()
) -> list[Telling]:
    """Return reports of one happening, each of other sentences; `name` begins their ids."""
    told = []
    for number in range(many):
        title = f"Break-in at consulate: {own[number % 6].split(' said ')[0][:60]}"
        some = [own[(number + step) % 6] for step in range(3)]
        shared = [KIND[(number + step) % 6] for step in range(3)]
        when = day + timedelta(number % 2) if day else None
        told.append(telling(f"article:{name}{number}", title, [*shared, *some], day=when, meets=meets))
    return told

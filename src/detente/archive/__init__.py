"""The archive: one object over adding articles, building their rows, and asking.

    with Archive.open("archive.db") as archive:
        archive.add(["articles/"])
        archive.build()
        record = archive.relationship("USA", "RUS")

One file (SQLite) or a `postgresql://` address. Articles are kept when they are added; their rows are
made by `build`, which does what is left to do and no more.
"""

from detente.archive.alone import read
from detente.archive.building import BuildReport, Progress
from detente.archive.facade import Archive, open_archive

__all__ = ["Archive", "BuildReport", "Progress", "open_archive", "read"]

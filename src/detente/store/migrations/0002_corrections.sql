-- What a reader corrects in a row, how far each reader has seen the record, and what went from it.
CREATE TABLE correction (
    id TEXT NOT NULL,
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    article TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value JSON NOT NULL,
    was JSON NOT NULL,
    by TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE INDEX ix_correction_row_id ON correction (row_id);
CREATE INDEX ix_correction_article ON correction (article);

CREATE TABLE visit (
    reader TEXT NOT NULL,
    seen INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    before INTEGER NOT NULL,
    before_at TEXT NOT NULL,
    PRIMARY KEY (reader)
) WITHOUT ROWID;

CREATE TABLE gone (
    n INTEGER NOT NULL,
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (n)
);
CREATE INDEX ix_gone_article ON gone (article);

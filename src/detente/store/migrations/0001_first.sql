-- The first schema. Statements end with a semicolon at the end of a line. What stands between
-- `--: sqlite` or `--: postgresql` and `--: all` is for that database alone; WITHOUT ROWID is SQLite's
-- own and left out for others. A migration that has been released is never changed: add the next one.

CREATE TABLE article (
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    lines JSON NOT NULL,
    title TEXT,
    dek TEXT,
    authors JSON NOT NULL,
    outlet TEXT,
    published_start TEXT,
    published_end TEXT,
    published_precision TEXT NOT NULL,
    published_basis TEXT NOT NULL,
    published_text TEXT,
    language TEXT NOT NULL,
    url TEXT,
    captions JSON NOT NULL,
    related JSON NOT NULL,
    access TEXT NOT NULL,
    cut_off BOOLEAN NOT NULL,
    origin TEXT,
    translated_from TEXT,
    found JSON NOT NULL,
    warnings JSON NOT NULL,
    text_sha TEXT NOT NULL,
    sentences JSON NOT NULL,
    published_read JSON NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_article_path ON article (path);
CREATE INDEX ix_article_published_start ON article (published_start);
CREATE INDEX ix_article_url ON article (url);

CREATE TABLE failure (
    input TEXT NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (input, n)
) WITHOUT ROWID;

CREATE TABLE identity (
    actor TEXT NOT NULL,
    canonical TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    PRIMARY KEY (actor)
) WITHOUT ROWID;
CREATE INDEX ix_identity_canonical ON identity (canonical);

CREATE TABLE judgement (
    id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT,
    name TEXT,
    made TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE account (
    name TEXT NOT NULL,
    secret TEXT NOT NULL,
    scope TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (name)
) WITHOUT ROWID;

CREATE TABLE token (
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    label TEXT NOT NULL,
    scope TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ix_token_digest ON token (digest);

CREATE TABLE collection (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    share TEXT,
    made TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ix_collection_share ON collection (share);

CREATE TABLE collected (
    collection TEXT NOT NULL,
    item TEXT NOT NULL,
    n INTEGER NOT NULL,
    note TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (collection, item)
) WITHOUT ROWID;

CREATE TABLE follow (
    item TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (item)
) WITHOUT ROWID;

CREATE TABLE reviewed (
    item TEXT NOT NULL,
    verdict TEXT NOT NULL,
    was JSON NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (item)
) WITHOUT ROWID;
CREATE INDEX ix_reviewed_made ON reviewed (made);

CREATE TABLE own_actor (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT,
    gender TEXT,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE own_assertion (
    id TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    form TEXT NOT NULL,
    participants JSON NOT NULL,
    place TEXT,
    place_state TEXT,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE INDEX ix_own_assertion_file ON own_assertion (file);
CREATE INDEX ix_own_assertion_start ON own_assertion (start);

CREATE TABLE own_issue (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    family TEXT NOT NULL,
    terms JSON NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE TABLE own_name (
    actor TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (actor, text)
) WITHOUT ROWID;

CREATE TABLE own_office (
    office TEXT NOT NULL,
    PRIMARY KEY (office)
) WITHOUT ROWID;

CREATE TABLE own_tenure (
    person TEXT NOT NULL,
    office TEXT NOT NULL,
    start TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    "end" TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (person, office, start, title)
) WITHOUT ROWID;

CREATE TABLE link (
    id TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    relation TEXT NOT NULL,
    score FLOAT NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    rivals JSON NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_link_left ON link ("left");
CREATE INDEX ix_link_right ON link ("right");
CREATE INDEX ix_link_waiting ON link (relation, decided_by, score);
CREATE INDEX ix_link_relation ON link (relation, id);

CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE actor (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT,
    affiliation TEXT,
    gender TEXT,
    article TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_actor_article ON actor (article);
CREATE INDEX ix_actor_name ON actor (name);

CREATE TABLE event (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    quad INTEGER NOT NULL,
    value FLOAT NOT NULL,
    actors JSON NOT NULL,
    recipients JSON NOT NULL,
    "trigger" TEXT NOT NULL,
    place JSON,
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_text TEXT,
    factuality TEXT NOT NULL,
    reported_by JSON,
    reported_by_actor_id TEXT,
    reported_by_state TEXT,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    contexts JSON NOT NULL,
    magnitudes JSON NOT NULL,
    issues JSON NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_event_article ON event (article);
CREATE INDEX ix_event_date_start ON event (date_start);
CREATE INDEX ix_event_type ON event (type);

CREATE TABLE attitude (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    actor JSON NOT NULL,
    actor_actor_id TEXT,
    actor_state TEXT,
    toward JSON NOT NULL,
    toward_actor_id TEXT,
    toward_state TEXT,
    polarity TEXT NOT NULL,
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_text TEXT,
    issues JSON NOT NULL,
    statement TEXT,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_attitude_article ON attitude (article);
CREATE INDEX ix_attitude_actor_state ON attitude (actor_state);
CREATE INDEX ix_attitude_toward_state ON attitude (toward_state);

CREATE TABLE evidence (
    article TEXT NOT NULL,
    row_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    sha TEXT NOT NULL,
    PRIMARY KEY (article, row_id, n),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE forecast (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    forecaster JSON NOT NULL,
    forecaster_actor_id TEXT,
    forecaster_state TEXT,
    affiliation TEXT,
    claim TEXT NOT NULL,
    issue TEXT,
    horizon_start TEXT,
    horizon_end TEXT,
    horizon_precision TEXT NOT NULL,
    horizon_basis TEXT NOT NULL,
    horizon_text TEXT,
    confidence TEXT,
    condition TEXT,
    statement TEXT,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_forecast_article ON forecast (article);
CREATE INDEX ix_forecast_forecaster_actor_id ON forecast (forecaster_actor_id);
CREATE INDEX ix_forecast_issue ON forecast (issue);
CREATE INDEX ix_forecast_horizon_end ON forecast (horizon_end);

CREATE TABLE meeting (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    participants JSON NOT NULL,
    form TEXT NOT NULL,
    place JSON,
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_text TEXT,
    agenda JSON NOT NULL,
    outcome JSON NOT NULL,
    status TEXT NOT NULL,
    occasion TEXT,
    signals JSON NOT NULL,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    duration INTEGER,
    press TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_meeting_article ON meeting (article);
CREATE INDEX ix_meeting_date_start ON meeting (date_start);

CREATE TABLE mention (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    actor_id TEXT,
    name TEXT NOT NULL,
    office TEXT,
    score FLOAT NOT NULL,
    reason TEXT NOT NULL,
    other_reading TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_mention_actor_id ON mention (actor_id);
CREATE INDEX ix_mention_article ON mention (article);

CREATE TABLE participant (
    article TEXT NOT NULL,
    row_id TEXT NOT NULL,
    role TEXT NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor_id TEXT,
    state TEXT,
    name TEXT NOT NULL,
    PRIMARY KEY (article, row_id, role, n),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ix_participant_actor_id ON participant (actor_id);
CREATE INDEX ix_participant_state ON participant (state, kind);

CREATE TABLE position (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    actor JSON NOT NULL,
    actor_actor_id TEXT,
    actor_state TEXT,
    issue TEXT NOT NULL,
    claim TEXT NOT NULL,
    polarity TEXT NOT NULL,
    strength TEXT NOT NULL,
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_text TEXT,
    basis TEXT NOT NULL,
    statement TEXT,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_position_actor_actor_id ON position (actor_actor_id);
CREATE INDEX ix_position_actor_state ON position (actor_state);
CREATE INDEX ix_position_article ON position (article);
CREATE INDEX ix_position_date_start ON position (date_start);
CREATE INDEX ix_position_issue ON position (issue);

CREATE TABLE row_issue (
    article TEXT NOT NULL,
    row_id TEXT NOT NULL,
    issue TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (article, row_id, issue),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ix_row_issue_issue ON row_issue (issue);

CREATE TABLE story (
    id TEXT NOT NULL,
    first TEXT,
    last TEXT,
    size INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_story_first ON story (first, id);
CREATE INDEX ix_story_last ON story (last);

CREATE TABLE story_change (
    n INTEGER NOT NULL,
    what TEXT NOT NULL,
    story TEXT NOT NULL,
    "into" TEXT NOT NULL,
    PRIMARY KEY (n)
);
CREATE INDEX ix_story_change_into ON story_change ("into");
CREATE INDEX ix_story_change_story ON story_change (story);

CREATE TABLE telling (
    article TEXT NOT NULL,
    day TEXT,
    terms JSON NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_telling_day ON telling (day);

CREATE TABLE outlet_page (
    outlet TEXT NOT NULL,
    page BIGINT NOT NULL,
    article TEXT NOT NULL,
--: sqlite
    lines BLOB NOT NULL,
--: postgresql
    lines BYTEA NOT NULL,
--: all
    alone JSON NOT NULL,
    PRIMARY KEY (outlet, page, article),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ix_outlet_page_article ON outlet_page (article);

CREATE TABLE sketch (
    hash BIGINT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (hash, article),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ix_sketch_article ON sketch (article);

CREATE TABLE statement (
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    speaker JSON NOT NULL,
    speaker_actor_id TEXT,
    speaker_state TEXT,
    content TEXT NOT NULL,
    kind TEXT NOT NULL,
    cue TEXT,
    channel JSON,
    addressee JSON,
    addressee_actor_id TEXT,
    addressee_state TEXT,
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_text TEXT,
    issues JSON NOT NULL,
    score FLOAT NOT NULL,
    rule TEXT NOT NULL,
    issues_basis TEXT NOT NULL,
    occasion TEXT,
    polarity TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_statement_article ON statement (article);
CREATE INDEX ix_statement_date_start ON statement (date_start);
CREATE INDEX ix_statement_speaker_actor_id ON statement (speaker_actor_id);
CREATE INDEX ix_statement_speaker_state ON statement (speaker_state);

CREATE TABLE entry (
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    article TEXT NOT NULL,
    head INTEGER NOT NULL,
    day INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    reported INTEGER NOT NULL,
    own_day INTEGER NOT NULL,
    own_at BIGINT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    out_first INTEGER NOT NULL,
    out_last INTEGER NOT NULL,
    who BIGINT,
    words BIGINT,
    headings JSON NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX ix_entry_row_id ON entry (row_id);
CREATE INDEX ix_entry_article ON entry (article);
CREATE INDEX ix_entry_head ON entry (head);
CREATE INDEX ix_entry_words ON entry (words);

CREATE TABLE heading (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_heading_value ON heading (kind, field, value);

CREATE TABLE listed (
    heading INTEGER NOT NULL,
    day INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    head INTEGER NOT NULL,
    n INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    PRIMARY KEY (heading, day, "at", head, n)
) WITHOUT ROWID;
CREATE INDEX ix_listed_reported ON listed (heading, reported, "at", head, n);

CREATE TABLE work (
    article TEXT NOT NULL,
    stage TEXT NOT NULL,
    version TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT,
    PRIMARY KEY (article, stage),
    FOREIGN KEY(article) REFERENCES article (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE called (
    word TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (word, actor)
) WITHOUT ROWID;
CREATE INDEX ix_called_actor ON called (actor);

CREATE TABLE searched (
    n INTEGER NOT NULL,
    words TEXT NOT NULL,
    marks TEXT NOT NULL,
    PRIMARY KEY (n)
);
--: sqlite
CREATE VIRTUAL TABLE searched_text USING fts5(
    words, marks, content='searched', content_rowid='n',
    tokenize='porter unicode61 remove_diacritics 2'
);
--: postgresql
CREATE TEXT SEARCH DICTIONARY plain_english (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION plain_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION plain_english ALTER MAPPING REPLACE english_stem WITH plain_english;
ALTER TABLE searched ADD COLUMN text_search tsvector GENERATED ALWAYS AS (
    to_tsvector('plain_english', words) || to_tsvector('simple', marks)
) STORED;
CREATE INDEX ix_searched_text_search ON searched USING gin (text_search);
--: all

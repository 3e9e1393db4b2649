-- The record's schema, version 2, as it was released: never edited.

CREATE TABLE change (
    id INTEGER NOT NULL CHECK (id > 0),
    at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (digest)
);

CREATE TABLE file (
    sha256 VARCHAR(64) NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    content BYTEA NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE schema_version (
    version INTEGER NOT NULL,
    at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    PRIMARY KEY (version)
);

CREATE TABLE load (
    id SERIAL NOT NULL,
    change INTEGER NOT NULL,
    organisation VARCHAR(40) NOT NULL CHECK (length(organisation) BETWEEN 1 AND 40),
    organisation_name TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1948 AND 2199),
    month INTEGER CHECK (month BETWEEN 1 AND 12),
    by TEXT NOT NULL,
    at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    illustrative BOOLEAN NOT NULL,
    software VARCHAR(40) DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (change),
    FOREIGN KEY(change) REFERENCES change (id)
);

CREATE TABLE load_file (
    load INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (load, number),
    FOREIGN KEY(load) REFERENCES load (id),
    FOREIGN KEY(sha256) REFERENCES file (sha256)
);

CREATE TABLE problem (
    load INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rule TEXT NOT NULL,
    message TEXT NOT NULL,
    to_do TEXT NOT NULL,
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    value TEXT NOT NULL,
    dataset TEXT NOT NULL,
    weight TEXT NOT NULL,
    PRIMARY KEY (load, number),
    FOREIGN KEY(load) REFERENCES load (id)
);

CREATE TABLE submission (
    id SERIAL NOT NULL,
    load INTEGER NOT NULL,
    number INTEGER NOT NULL,
    change INTEGER NOT NULL,
    organisation VARCHAR(40) NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1948 AND 2199),
    month INTEGER CHECK (month BETWEEN 1 AND 12),
    dataset VARCHAR(40) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,
    unit VARCHAR(20),
    unit_from TEXT NOT NULL,
    sign_from TEXT NOT NULL,
    title TEXT NOT NULL,
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    illustrative BOOLEAN NOT NULL,
    columns TEXT NOT NULL,
    quanta TEXT NOT NULL,
    unused TEXT NOT NULL,
    rows BYTEA NOT NULL,
    rows_sha256 VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (load, number),
    FOREIGN KEY(load) REFERENCES load (id),
    FOREIGN KEY(change) REFERENCES change (id),
    FOREIGN KEY(sha256) REFERENCES file (sha256)
);

CREATE INDEX submission_by_change ON submission (change);

CREATE TABLE finding (
    submission INTEGER NOT NULL,
    number INTEGER NOT NULL,
    dataset VARCHAR(40) NOT NULL,
    "check" TEXT NOT NULL,
    row_order INTEGER,
    row_label TEXT NOT NULL,
    column_name TEXT NOT NULL,
    printed VARCHAR(40),
    computed VARCHAR(40),
    kind VARCHAR(20) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    explanation TEXT NOT NULL,
    PRIMARY KEY (submission, number),
    FOREIGN KEY(submission) REFERENCES submission (id)
);

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record is only ever added to'; END $$;
CREATE TRIGGER "schema_version_no_update" BEFORE UPDATE ON "schema_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "schema_version_no_delete" BEFORE DELETE ON "schema_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "change_no_update" BEFORE UPDATE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "change_no_delete" BEFORE DELETE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "file_no_update" BEFORE UPDATE ON "file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "file_no_delete" BEFORE DELETE ON "file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "load_no_update" BEFORE UPDATE ON "load" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "load_no_delete" BEFORE DELETE ON "load" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "load_file_no_update" BEFORE UPDATE ON "load_file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "load_file_no_delete" BEFORE DELETE ON "load_file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "submission_no_update" BEFORE UPDATE ON "submission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "submission_no_delete" BEFORE DELETE ON "submission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "problem_no_update" BEFORE UPDATE ON "problem" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "problem_no_delete" BEFORE DELETE ON "problem" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "finding_no_update" BEFORE UPDATE ON "finding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "finding_no_delete" BEFORE DELETE ON "finding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

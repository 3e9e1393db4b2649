-- One row a submission: one table of one load.
CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL,
    load INTEGER NOT NULL,
    organisation VARCHAR NOT NULL,
    organisation_name VARCHAR NOT NULL,
    year INTEGER NOT NULL,        -- the calendar year in which the financial year starts
    month INTEGER,                -- 1 is April; null where it was loaded without one
    dataset VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    unit VARCHAR,
    unit_from VARCHAR NOT NULL,
    sign_from VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    row_count INTEGER NOT NULL,
    illustrative BOOLEAN NOT NULL,
    loaded_by VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL, -- UTC
    columns VARCHAR NOT NULL,     -- JSON: field to spreadsheet column letters
    quanta VARCHAR NOT NULL       -- JSON: field to the printed step, scaled like the record's numbers
);

-- What people decided about the figures, version by version; `year` is 0 where it is about every year.
CREATE TABLE judgement (
    organisation VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    recorded_at TIMESTAMP NOT NULL,  -- UTC
    effective_on DATE NOT NULL,
    done_by VARCHAR NOT NULL,
    via VARCHAR NOT NULL,
    stands BOOLEAN NOT NULL,         -- false where it was taken back
    reason VARCHAR NOT NULL,
    illustrative BOOLEAN NOT NULL,
    body VARCHAR NOT NULL            -- JSON: the fields of its kind
);

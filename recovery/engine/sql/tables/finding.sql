-- What reconciliation found at the load: pounds, counts or percentage points, by kind.
CREATE TABLE finding (
    submission INTEGER NOT NULL,
    dataset VARCHAR NOT NULL,
    "check" VARCHAR NOT NULL,
    row_order INTEGER,
    row_label VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    printed DECIMAL(24, 6),
    computed DECIMAL(24, 6),
    difference DECIMAL(24, 6),
    severity VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL
);

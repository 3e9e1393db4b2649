-- The input tables: period is month, year or rows.
CREATE TABLE dataset (name VARCHAR PRIMARY KEY, title VARCHAR NOT NULL, period VARCHAR NOT NULL);

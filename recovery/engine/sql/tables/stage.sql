-- The gateway stages; number 0 is the pipeline.
CREATE TABLE stage (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL);

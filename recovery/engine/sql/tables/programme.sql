-- The programmes' own words and norms; programme '' has the stages of loaded registers.
CREATE TABLE programme_stage (
    programme VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    norm_days INTEGER
);
-- Ratings, worst first; rank 1 is red, 2 amber, 3 green.
CREATE TABLE programme_rating (
    programme VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    rank INTEGER NOT NULL
);
-- The approvals needed to leave each stage, with those who may give them in words.
CREATE TABLE programme_approval (
    programme VARCHAR NOT NULL,
    stage INTEGER NOT NULL,
    place INTEGER NOT NULL,
    key VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    given_by VARCHAR NOT NULL
);
-- How each part of a composite rating is judged: red and amber bounds, and the rule in words.
CREATE TABLE rating_rule (
    number INTEGER NOT NULL,
    part VARCHAR NOT NULL,
    red DECIMAL(18, 4),
    amber DECIMAL(18, 4),
    words VARCHAR NOT NULL
);

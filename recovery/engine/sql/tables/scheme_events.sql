-- What each event changed, in words; an event that changed no field has one row without a field.
CREATE TABLE scheme_difference (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL
);
-- What approvers decided, on which case; an approval's key is '' where a scheme was sent back.
CREATE TABLE scheme_decision (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, version INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    stage_name VARCHAR NOT NULL,
    approval_key VARCHAR NOT NULL,
    approval VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,       -- the reason where it was sent back
    case_version INTEGER NOT NULL,
    net_value DECIMAL(18, 2) NOT NULL,
    conditions INTEGER[] NOT NULL
);
-- Which approvals ceased to stand with which event, before their gateway was passed.
CREATE TABLE scheme_lapse (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, version INTEGER NOT NULL,
    approval_key VARCHAR NOT NULL
);
-- What approvals were made subject to, and how it was met.
CREATE TABLE scheme_condition (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    approval VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    due DATE NOT NULL
);
CREATE TABLE scheme_condition_met (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    met_on DATE,
    evidence VARCHAR NOT NULL
);

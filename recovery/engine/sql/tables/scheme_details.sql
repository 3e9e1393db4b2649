-- The lists of a scheme's case, one set for each version that changed it.
CREATE TABLE scheme_profile (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    month INTEGER NOT NULL,
    plan DECIMAL(18, 2) NOT NULL,
    actual DECIMAL(18, 2),
    forecast DECIMAL(18, 2),
    recurrent BOOLEAN NOT NULL
);
CREATE TABLE scheme_milestone (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    due DATE,
    forecast DATE,
    done DATE
);
CREATE TABLE scheme_kpi (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    baseline DECIMAL(24, 6),
    target DECIMAL(24, 6),
    direction VARCHAR NOT NULL
);
CREATE TABLE scheme_kpi_month (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    month INTEGER NOT NULL,
    actual DECIMAL(24, 6) NOT NULL
);
CREATE TABLE scheme_risk (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    likelihood INTEGER NOT NULL,
    consequence INTEGER NOT NULL,
    mitigation VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL
);
CREATE TABLE scheme_assessment (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    stage_1_score INTEGER,
    stage_2_needed BOOLEAN NOT NULL,
    stage_2_score INTEGER,
    outcome VARCHAR NOT NULL,
    assessor VARCHAR NOT NULL,
    on_date DATE
);
CREATE TABLE scheme_activity (
    organisation VARCHAR NOT NULL, year INTEGER NOT NULL, ref VARCHAR NOT NULL, case_version INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    point_of_delivery VARCHAR NOT NULL,
    month INTEGER NOT NULL,
    change DECIMAL(24, 6) NOT NULL
);

-- A scheme after each of its events; the newest version up to a day is how it stood then.
CREATE TABLE scheme_version (
    organisation VARCHAR NOT NULL,
    year INTEGER NOT NULL,           -- the calendar year in which the financial year starts
    ref VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    recorded_at TIMESTAMP NOT NULL,  -- UTC
    effective_on DATE NOT NULL,      -- never before the version before it
    done_by VARCHAR NOT NULL,
    via VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    illustrative BOOLEAN NOT NULL,
    case_version INTEGER NOT NULL,   -- the version that last changed the case
    title VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    workstream VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    lead VARCHAR NOT NULL,
    sro VARCHAR NOT NULL,
    clinical_lead VARCHAR NOT NULL,
    start_on DATE,
    end_on DATE,
    stage INTEGER NOT NULL,
    stage_name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    entered_stage_on DATE NOT NULL,
    gross_saving DECIMAL(18, 2),
    investment DECIMAL(18, 2),
    net_value DECIMAL(18, 2) NOT NULL,
    recurrent_value DECIMAL(18, 2),
    non_recurrent_value DECIMAL(18, 2),
    full_year_effect DECIMAL(18, 2),
    dependencies VARCHAR NOT NULL,
    slippage_reason VARCHAR NOT NULL,
    reported_rag VARCHAR NOT NULL,   -- '' where none came with the register
    override_rag VARCHAR NOT NULL,   -- '' where the rating is not set by hand
    override_reason VARCHAR NOT NULL,
    override_by VARCHAR NOT NULL,
    comment VARCHAR NOT NULL,
    stands_in_the_way VARCHAR NOT NULL,
    waiting_for VARCHAR NOT NULL,
    waiting_keys VARCHAR[] NOT NULL
);

-- The part of a net value that is counted on, by stage, by rating or by both ("Planning, Red"), from a date.
CREATE TABLE risk_weight (
    organisation VARCHAR NOT NULL, -- '' where it is the reference data's default
    programme VARCHAR NOT NULL,    -- the programme that a default belongs to
    effective_from DATE NOT NULL,
    basis VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    weight DECIMAL(9, 6) NOT NULL,
    reason VARCHAR NOT NULL,
    change INTEGER NOT NULL        -- of two from the same day the one that was written later holds; 0 by default
);

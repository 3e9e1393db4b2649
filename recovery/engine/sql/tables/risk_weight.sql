-- The part of a net value that is counted on, by stage or by RAG, from a date; a weight by stage goes first.
CREATE TABLE risk_weight (
    effective_from DATE NOT NULL,
    basis VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    weight DECIMAL(9, 6) NOT NULL
);

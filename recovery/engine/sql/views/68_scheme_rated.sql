-- The kept schemes that are not withdrawn, each with its parts as ranks, its composite (the worst part) and the rating
-- in force: the one set by hand, else the computed one, else the one that came with the register.
CREATE OR REPLACE MACRO scheme_rated(organisation, programme, year, month, as_at, day) AS TABLE
SELECT
    held.*,
    milestones.rank AS milestones,
    finance.rank AS finance,
    kpis.rank AS kpis,
    risks.rank AS risks,
    quality.rank AS quality,
    computed.rank AS computed_rank,
    computed.name AS rag_computed,
    coalesce(nullif(held.override_rag, ''), computed.name, held.reported_rag) AS rag,
    greatest(day::DATE - held.entered_stage_on, 0) AS days_in_stage
FROM scheme_as_at(organisation, year, as_at) AS held
LEFT JOIN milestones_rated(organisation, year, as_at, day) AS milestones ON milestones.ref = held.ref
LEFT JOIN finance_rated(organisation, year, month, as_at) AS finance ON finance.ref = held.ref
LEFT JOIN kpis_rated(organisation, year, month, as_at) AS kpis ON kpis.ref = held.ref
LEFT JOIN risks_rated(organisation, year, as_at) AS risks ON risks.ref = held.ref
LEFT JOIN quality_rated(organisation, year, as_at) AS quality ON quality.ref = held.ref
LEFT JOIN programme_rating AS computed
    ON computed.programme = programme
    AND computed.rank = least(milestones.rank, finance.rank, kpis.rank, risks.rank, quality.rank)
WHERE held.status <> 'withdrawn';

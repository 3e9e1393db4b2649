-- The register behind a view, be it loaded (its submission) or kept here (register 0): area, stage and value alone.
CREATE OR REPLACE MACRO register_values(register, organisation, year, as_at) AS TABLE
SELECT row_order, ref, area, stage, net_value
FROM schemes
WHERE submission = register AND kind = 'line'
UNION ALL
SELECT (row_number() OVER (ORDER BY held.ref) - 1)::INTEGER, held.ref, held.area, held.stage, held.net_value
FROM scheme_as_at(organisation, year, as_at) AS held
WHERE register = 0 AND held.status <> 'withdrawn';

-- The same register with everything that is known of each scheme and the rating in force; `month` is how far delivery
-- goes, `as_at` the day up to which events count (nil: all), `day` the one by which ageing and lateness are reckoned.
CREATE OR REPLACE MACRO register_rows(register, organisation, programme, year, month, as_at, day) AS TABLE
SELECT
    row_order, ref, scheme, area, stage, stage.name AS stage_name, rag, net_value, lead, sro, recurrent_value,
    full_year_effect, start_month, comment, NULL AS status, NULL AS workstream, NULL AS clinical_lead,
    NULL::DECIMAL(18, 2) AS gross_saving, NULL::DECIMAL(18, 2) AS investment,
    NULL::DECIMAL(18, 2) AS non_recurrent_value, NULL::DATE AS start_on, NULL::DATE AS end_on,
    NULL::DATE AS entered_stage_on, NULL::INTEGER AS days_in_stage, NULL AS rag_computed, NULL AS rag_overridden_reason
FROM schemes
LEFT JOIN stage ON stage.number = schemes.stage
WHERE submission = register AND kind = 'line'
UNION ALL
SELECT
    (row_number() OVER (ORDER BY ref) - 1)::INTEGER, ref, title, area, stage, stage_name, rag, net_value, lead, sro,
    recurrent_value, full_year_effect,
    CASE WHEN start_on BETWEEN make_date(year, 4, 1) AND month_end(year, 12)
        THEN (month(start_on) + 8) % 12 + 1 END::INTEGER,
    comment, status, workstream, clinical_lead, gross_saving, investment, non_recurrent_value, start_on, end_on,
    entered_stage_on, days_in_stage, rag_computed, nullif(override_reason, '')
FROM scheme_rated(organisation, programme, year, month, as_at, day)
WHERE register = 0;

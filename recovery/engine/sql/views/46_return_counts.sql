-- What the national activity return counts of every commissioner by measure and month, whichever submission of the same
-- organisation said so last. A measure of which a column is nil is not counted at all.
CREATE VIEW return_counts AS
WITH held AS (
    SELECT s.organisation, s.illustrative, r.*
    FROM activity_return AS r
    JOIN submission AS s ON s.id = r.submission
    WHERE r.kind = 'line' AND r.financial_year IS NOT NULL AND r.month IS NOT NULL
    QUALIFY rank() OVER (
        PARTITION BY s.organisation, name_key(r.code), r.financial_year, r.month
        ORDER BY r.submission DESC
    ) = 1
),
cells AS (
    UNPIVOT (
        SELECT
            organisation, illustrative, submission, row_order, code AS commissioner, name, financial_year, month,
            COLUMNS(c -> c IN (
                'elective_ordinary', 'elective_day_case', 'elective_total', 'planned_ordinary', 'planned_day_case',
                'planned_total', 'treatment_centres', 'non_elective', 'gp_referrals_made_all', 'gp_referrals_seen_all',
                'gp_referrals_made', 'gp_referrals_seen', 'other_referrals_made', 'first_attendances'
            ))
        FROM held
    )
    ON COLUMNS(* EXCLUDE (
        organisation, illustrative, submission, row_order, commissioner, name, financial_year, month
    ))
    INTO NAME field VALUE counted
)
SELECT
    cells.organisation,
    cells.illustrative,
    cells.submission,
    cells.row_order,
    cells.commissioner,
    cells.name,
    cells.financial_year,
    cells.month,
    measure.place,
    measure.code,
    measure.title,
    measure.kind,
    sum(cells.counted)::DECIMAL(18, 4) AS actual
FROM cells
JOIN (SELECT place, code, title, kind, parts, field FROM return_measure) AS measure USING (field)
GROUP BY ALL
HAVING count(*) = any_value(measure.parts);

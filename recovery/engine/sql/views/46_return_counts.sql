-- What the national activity return counts of every commissioner by measure and month, as the same organisation's
-- submissions said it last: a whole return (of more than one commissioner) takes the place of all that was said of its
-- months before, a commissioner's row alone that of this commissioner.
-- The newest row holds with all its cells. A measure of which a column is nil in it is not counted at all, but for the
-- elective total, which is ordinary and day case together where it is not given.
CREATE VIEW return_counted AS
WITH said AS (
    SELECT
        s.organisation, s.illustrative, r.* REPLACE (
            coalesce(r.elective_total, r.elective_ordinary + r.elective_day_case) AS elective_total
        ),
        min(name_key(r.code)) OVER one <> max(name_key(r.code)) OVER one AS of_all
    FROM activity_return AS r
    JOIN submission AS s ON s.id = r.submission
    WHERE r.kind = 'line' AND r.financial_year IS NOT NULL AND r.month IS NOT NULL
    WINDOW one AS (PARTITION BY r.submission)
),
held AS (
    SELECT *
    FROM said
    QUALIFY submission >= coalesce(
            max(submission) FILTER (of_all) OVER (PARTITION BY organisation, financial_year, month), 0
        )
        AND rank() OVER (
            PARTITION BY organisation, name_key(code), financial_year, month
            ORDER BY submission DESC
        ) = 1
),
cells AS (
    UNPIVOT (
        SELECT
            organisation, illustrative, submission, of_all, row_order, code AS commissioner, name, financial_year, month,
            COLUMNS(c -> c IN (
                'elective_ordinary', 'elective_day_case', 'elective_total', 'planned_ordinary', 'planned_day_case',
                'planned_total', 'treatment_centres', 'non_elective', 'gp_referrals_made_all', 'gp_referrals_seen_all',
                'gp_referrals_made', 'gp_referrals_seen', 'other_referrals_made', 'first_attendances'
            ))
        FROM held
    )
    ON COLUMNS(* EXCLUDE (
        organisation, illustrative, submission, of_all, row_order, commissioner, name, financial_year, month
    ))
    INTO NAME field VALUE counted
)
SELECT
    cells.organisation,
    cells.illustrative,
    cells.submission,
    cells.of_all,
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

-- The same, worked out once for every return that is taken over: pages ask for it often, and returns come once a month.
CREATE TABLE return_counts AS FROM return_counted;

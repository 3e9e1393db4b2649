-- Where does every kept scheme stand, and what stands in its way?
WITH steps AS (
    SELECT
        step.ref,
        count(*) FILTER (step.due < $day::DATE) AS overdue,
        arg_min(step.name || ', due ' || strftime(step.due, '%-d %b %Y'), (step.due, step.number)) AS next
    FROM scheme_milestone AS step
    JOIN scheme_case_as_at($organisation, $year, $as_at) AS held USING (ref, case_version)
    WHERE step.organisation = $organisation AND step.year = $year AND step.due IS NOT NULL AND step.done IS NULL
    GROUP BY step.ref
)
SELECT
    rated.ref, rated.title, rated.area, rated.workstream, rated.lead, rated.stage, rated.stage_name, rated.status,
    rated.net_value, rated.rag, rated.days_in_stage, norm.norm_days,
    CASE
        WHEN rated.status <> 'live' OR norm.norm_days IS NULL THEN ''
        WHEN rated.days_in_stage > 2 * norm.norm_days THEN 'stuck'
        WHEN rated.days_in_stage > norm.norm_days THEN 'over norm'
        ELSE 'within norm'
    END AS ageing,
    coalesce(steps.overdue, 0) AS overdue_milestones,
    coalesce(steps.next, '') AS next_milestone,
    rated.waiting_for,
    rated.stands_in_the_way
FROM scheme_rated($organisation, $programme, $year, $month, $as_at, $day) AS rated
LEFT JOIN programme_stage AS norm ON norm.programme = $programme AND norm.number = rated.stage
LEFT JOIN steps ON steps.ref = rated.ref
ORDER BY rated.stage, rated.ref;

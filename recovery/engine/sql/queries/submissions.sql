-- What has one organisation loaded, and what of it stands behind a view (of activity actuals and
-- returns: what is the newest to say so)?
-- A register that was loaded stands behind nothing where one is kept in the app.
SELECT
    submission.id, dataset, organisation, year, month, file_name, sha256, sheet, unit, row_count,
    (SELECT count(*) FROM finding WHERE finding.submission = submission.id) AS findings,
    loaded_by, loaded_at,
    submission.id IN (
        SELECT id FROM current_submission($organisation, $year, $month) WHERE NOT ($is_kept AND dataset = 'schemes')
        UNION ALL
        SELECT submission FROM activity_actuals_current WHERE organisation = $organisation
        UNION ALL
        SELECT submission FROM return_counts WHERE organisation = $organisation
    ) AS current,
    illustrative
FROM submission
WHERE organisation = $organisation
ORDER BY submission.id;

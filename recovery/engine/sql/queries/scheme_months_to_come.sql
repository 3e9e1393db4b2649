-- What is each scheme kept here forecast to save in the months to come, as planned where nobody has said otherwise?
-- A scheme with a profile that has no month to come has one row, of month 0 and nought.
SELECT
    line.ref,
    CASE WHEN line.month > $month THEN line.month ELSE 0 END AS month_to_come,
    sum(CASE WHEN line.month > $month THEN coalesce(line.forecast, line.plan) ELSE 0 END) AS amount
FROM scheme_profile AS line
JOIN scheme_as_at($organisation, $year, $as_at) AS held
    ON held.ref = line.ref AND held.case_version = line.case_version AND held.status <> 'withdrawn'
WHERE line.organisation = $organisation AND line.year = $year
GROUP BY line.ref, month_to_come
ORDER BY line.ref, month_to_come;

-- What did every activity plan of an organisation say of each measure's months, up to a year, oldest plan first?
SELECT
    code_key(p.code) AS key, p.kind, p.code, p.title, p.row_order, s.year, s.id, s.illustrative,
    [p.apr, p.may, p.jun, p.jul, p.aug, p.sep, p.oct, p.nov, p."dec", p.jan, p.feb, p.mar] AS months
FROM activity_plan AS p
JOIN submission AS s ON s.id = p.submission
WHERE s.organisation = $organisation AND s.year <= $year AND p.kind IN ('line', 'part')
ORDER BY s.id, p.row_order;

-- Which submission of each dataset stands behind one organisation's view?
SELECT id, dataset, month, illustrative, json_keys(columns)
FROM current_submission($organisation, $year, $month)
ORDER BY dataset;

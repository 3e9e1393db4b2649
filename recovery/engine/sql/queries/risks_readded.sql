-- What does the risk table come to when every residual and total is re-added?
SELECT * EXCLUDE (place)
FROM risks_readded($submission)
ORDER BY place;

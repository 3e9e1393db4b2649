-- What do the QIPP targets come to when they are re-added?
SELECT * EXCLUDE (place)
FROM qipp_targets_readded($submission)
ORDER BY place;

-- What does the month-end position come to when every variance, total and net position is re-added?
SELECT * EXCLUDE (place)
FROM position_readded($submission)
ORDER BY place;

-- Which risk weights are in force on a day, since when and why?
SELECT basis, key, 100 * weight AS weight, effective_from, reason
FROM weights_in_force($organisation, $programme, $day)
ORDER BY basis DESC, weight, key;

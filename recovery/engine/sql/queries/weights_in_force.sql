-- Which risk weights are in force at the end of a month?
SELECT basis, key, 100 * weight AS weight, effective_from
FROM weights_in_force(month_end($year, $month))
ORDER BY basis DESC, weight, key;

-- What do the register's schemes come to under each weight?
SELECT weight, sum(net_value)
FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day)
WHERE net_value IS NOT NULL
GROUP BY weight
ORDER BY weight;

-- What do the register's schemes come to in each area, before and after risk, and what have they delivered to date?
SELECT
    arg_min(held.area, held.row_order),
    coalesce(sum(held.net_value), 0),
    sum(held.risk_adjusted),
    sum(done.actual_ytd)
FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day) AS held
LEFT JOIN scheme_delivery($organisation, $year, $month, $as_at) AS done ON $register = 0 AND done.ref = held.ref
GROUP BY name_key(held.area)
ORDER BY min(held.row_order);

-- What do the register's schemes come to, net and risk-adjusted, over all stages and RAGs?
SELECT
    coalesce(sum(net_value), 0),
    coalesce(sum(risk_adjusted), 0),
    percentage(sum(risk_adjusted), sum(net_value)),
    coalesce(sum(risk_adjusted), 0) - coalesce(sum(net_value), 0)
FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day);

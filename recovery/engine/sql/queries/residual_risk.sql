-- What do the risks and the contingency of one risk table leave outside the forecast, nil where they name no amount?
SELECT sum(added_up(mitigated_risk, -in_forecast))
FROM risks
WHERE submission = $submission AND kind IN ('line', 'contingency') AND flow <> 'memorandum';

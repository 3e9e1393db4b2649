-- What does the financial plan come to when every plan, total, net position and growth is re-added?
SELECT * EXCLUDE (place)
FROM financial_plan_readded($submission)
ORDER BY place;

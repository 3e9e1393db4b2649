-- Which position holds for each month that an organisation has loaded one for, over all its years?
SELECT year, month, id, illustrative
FROM submission
WHERE organisation = $organisation AND dataset = 'position' AND month IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY year, month ORDER BY id DESC) = 1
ORDER BY year, month;

-- Which position holds for each month that an organisation has loaded one for, over all its years?
SELECT year, month, id, illustrative
FROM position_of_month
WHERE organisation = $organisation
ORDER BY year, month;

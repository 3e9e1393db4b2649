-- Which position holds for each month of each year that an organisation has loaded one for?  The newest of that month.
CREATE VIEW position_of_month AS
SELECT id, organisation, year, month, illustrative
FROM submission
WHERE dataset = 'position' AND month IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY organisation, year, month ORDER BY id DESC) = 1;

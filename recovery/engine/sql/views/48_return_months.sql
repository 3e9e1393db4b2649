-- Of which months of the year that they were loaded for does an organisation hold national returns? Earlier years in the
-- same load are there to compare with.
CREATE VIEW return_months AS
SELECT DISTINCT s.organisation, s.year, r.month
FROM activity_return AS r
JOIN submission AS s ON s.id = r.submission
WHERE r.financial_year = s.year AND r.month IS NOT NULL;

-- The organisations and years that keep a register here.
CREATE OR REPLACE VIEW programme_year AS
SELECT DISTINCT organisation, year
FROM scheme_version;

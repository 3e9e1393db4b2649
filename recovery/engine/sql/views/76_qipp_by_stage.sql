-- The register by area and stage, one row a cell that holds a scheme: number and net value; area is nil for the totals.
CREATE OR REPLACE MACRO qipp_by_stage(register, organisation, year, as_at) AS TABLE
SELECT name_key(area) AS area_key, stage, count(*) AS schemes, sum(net_value) AS net_value
FROM register_values(register, organisation, year, as_at)
GROUP BY GROUPING SETS ((name_key(area), stage), (stage));

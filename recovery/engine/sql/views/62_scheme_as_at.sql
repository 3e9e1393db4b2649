-- The schemes of a year as they stood at the end of a day; without a day, as they stand now.
CREATE OR REPLACE MACRO scheme_as_at(organisation, year, day) AS TABLE
SELECT held.*
FROM scheme_version AS held
JOIN (
    SELECT ref, max(version) AS version
    FROM scheme_version AS every
    WHERE every.organisation = organisation AND every.year = year
        AND (day::DATE IS NULL OR every.effective_on <= day::DATE)
    GROUP BY ref
) AS newest ON newest.ref = held.ref AND newest.version = held.version
WHERE held.organisation = organisation AND held.year = year;

-- Each scheme's key to the lists of its case.
CREATE OR REPLACE MACRO scheme_case_as_at(organisation, year, day) AS TABLE
SELECT ref, case_version
FROM scheme_as_at(organisation, year, day);

-- The schemes of a year as they stood: `as_at` nil is now, a day is its end by the days that events hold from, and a
-- moment (a timestamp with a time of day) is what the record had by then.
CREATE OR REPLACE MACRO counts_as_at(effective_on, recorded_at, as_at) AS
    as_at::TIMESTAMP IS NULL
    OR (as_at::TIMESTAMP = as_at::DATE::TIMESTAMP AND effective_on <= as_at::DATE)
    OR (as_at::TIMESTAMP > as_at::DATE::TIMESTAMP AND recorded_at <= as_at::TIMESTAMP);

CREATE OR REPLACE MACRO scheme_as_at(organisation, year, as_at) AS TABLE
SELECT held.*
FROM scheme_version AS held
JOIN (
    SELECT ref, max(version) AS version
    FROM scheme_version AS every
    WHERE every.organisation = organisation AND every.year = year
        AND counts_as_at(every.effective_on, every.recorded_at, as_at)
    GROUP BY ref
) AS newest ON newest.ref = held.ref AND newest.version = held.version
WHERE held.organisation = organisation AND held.year = year;

-- Each scheme's key to the lists of its case.
CREATE OR REPLACE MACRO scheme_case_as_at(organisation, year, as_at) AS TABLE
SELECT ref, case_version
FROM scheme_as_at(organisation, year, as_at);

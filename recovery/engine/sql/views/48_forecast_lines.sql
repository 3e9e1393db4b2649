-- A position's rows, each with which of several of one name, flow and kind it is: by these, months are compared.
CREATE OR REPLACE MACRO position_numbered(id) AS TABLE
SELECT
    row_order, line, flow, kind, ytd_actual, ytd_budget, annual_budget, forecast_outturn,
    name_key(line) AS name,
    row_number() OVER (PARTITION BY name_key(line), flow, kind ORDER BY row_order) AS nth
FROM position
WHERE submission = id;

-- The lines of one position with what they came to in an earlier month of the year and what of it does not recur.
-- `earlier` is that month's position; month 0 is the beginning of the year, when every line stood at nought.
-- One-off items come by row_order in pence, as they stand in the line's actual: of the year to date, and of the months
-- since the earlier one.
CREATE OR REPLACE MACRO forecast_lines(id, earlier, earlier_month, one_off_rows, one_off_pence, recent_pence) AS TABLE
WITH removed AS (
    SELECT
        unnest(one_off_rows::BIGINT[]) AS row_order,
        unnest(one_off_pence::BIGINT[]) * 0.01::DECIMAL(2, 2) AS year_to_date,
        unnest(recent_pence::BIGINT[]) * 0.01::DECIMAL(2, 2) AS recent
)
SELECT
    own.*,
    CASE WHEN earlier_month = 0 THEN 0 ELSE before.ytd_actual END AS earlier_actual,
    own.ytd_actual IS NOT NULL AND earlier_actual IS NULL AS is_new,
    coalesce(year_to_date, 0) AS one_off,
    coalesce(recent, 0) AS recent_one_off
FROM position_numbered(id) AS own
LEFT JOIN position_numbered(earlier) AS before
    ON (before.name, before.flow, before.kind, before.nth) = (own.name, own.flow, own.kind, own.nth)
LEFT JOIN removed ON removed.row_order = own.row_order;

-- The flows in which an earlier month has a line with spend or income that the month itself no longer has.
CREATE OR REPLACE MACRO flows_with_lines_gone(id, earlier) AS TABLE
SELECT DISTINCT flow
FROM position_numbered(earlier) AS before
WHERE kind = 'line' AND coalesce(ytd_actual, 0) <> 0
    AND (name, flow, nth) NOT IN (SELECT (name, flow, nth) FROM position_numbered(id) AS own WHERE own.kind = 'line');

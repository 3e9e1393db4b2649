-- The lines of one position with what they came to in an earlier month of the year and what of it does not recur.
-- `earlier` is that month's position; month 0 is the beginning of the year, when every line stood at nought.
-- One-off items come by line in pence, as they stand in its actual: of the year to date, and of the months since the
-- earlier one.  Lines are compared by name within their flow, in their order.
CREATE OR REPLACE MACRO forecast_lines(id, earlier, earlier_month, one_off_lines, one_off_pence, recent_pence) AS TABLE
WITH numbered AS MATERIALIZED (
    SELECT
        submission, row_order, line, flow, kind, ytd_actual, ytd_budget, annual_budget, forecast_outturn,
        name_key(line) AS name,
        row_number() OVER (PARTITION BY submission, name_key(line), flow, kind ORDER BY row_order) AS nth
    FROM position
    WHERE submission = id OR submission = earlier
),
removed AS (
    SELECT
        name_key(unnest(one_off_lines::VARCHAR[])) AS name,
        unnest(one_off_pence::BIGINT[]) * 0.01::DECIMAL(2, 2) AS year_to_date,
        unnest(recent_pence::BIGINT[]) * 0.01::DECIMAL(2, 2) AS recent
)
SELECT
    own.*,
    CASE WHEN earlier_month = 0 THEN 0 ELSE before.ytd_actual END AS earlier_actual,
    own.ytd_actual IS NOT NULL AND earlier_actual IS NULL AS is_new,
    coalesce(year_to_date, 0) AS one_off,
    coalesce(recent, 0) AS recent_one_off
FROM numbered AS own
LEFT JOIN numbered AS before
    ON before.submission = earlier AND (before.name, before.flow, before.kind, before.nth)
        = (own.name, own.flow, own.kind, own.nth)
LEFT JOIN removed ON removed.name = own.name AND own.kind = 'line' AND own.nth = 1
WHERE own.submission = id;

-- The flows in which an earlier month has a line with spend or income that the month itself no longer has.
CREATE OR REPLACE MACRO flows_with_lines_gone(id, earlier) AS TABLE
SELECT DISTINCT flow
FROM position AS before
WHERE submission = earlier AND kind = 'line' AND coalesce(ytd_actual, 0) <> 0
    AND name_key(line) NOT IN (
        SELECT name_key(line) FROM position AS own
        WHERE own.submission = id AND own.flow = before.flow AND own.kind = 'line'
    );

-- The last day of a month of a financial year (1 = April); of the year where there is no month.
CREATE OR REPLACE MACRO month_end(year, month) AS
    (make_date(year, 4, 1) + to_months(coalesce(nullif(month, 0), 12)::INTEGER) - INTERVAL 1 DAY)::DATE;

-- Exact division: DuckDB divides DECIMALs as DOUBLE, so amounts are divided as whole numbers instead.

-- An amount as a whole number of ten-thousandths, the smallest step that any table keeps.
CREATE OR REPLACE MACRO ten_thousandths(amount) AS (amount::DECIMAL(38, 4) * 10000)::HUGEINT;

-- Whole-number division, half away from zero; nil where the divisor is nought.
CREATE OR REPLACE MACRO divided(dividend, divisor) AS
    CASE WHEN divisor <> 0 THEN
        sign(dividend) * sign(divisor) * ((2 * abs(dividend) + abs(divisor)) // (2 * abs(divisor)))
    END;

-- amount × multiplier ÷ divisor in pounds, to the penny.
CREATE OR REPLACE MACRO pounds_in_proportion(amount, multiplier, divisor) AS
    divided(
        (amount::DECIMAL(38, 2) * 100)::HUGEINT * ten_thousandths(multiplier), ten_thousandths(divisor)
    )::DECIMAL(36, 0) * 0.01::DECIMAL(2, 2);

-- part over whole in percentage points, to six decimals.
CREATE OR REPLACE MACRO percentage(part, whole) AS
    divided(ten_thousandths(part) * 100000000, ten_thousandths(whole))::DECIMAL(32, 0) * 0.000001::DECIMAL(6, 6);

-- The sum of two amounts in which nil counts as nought, but nil and nil stay nil.
CREATE OR REPLACE MACRO added_up(first, second) AS
    CASE WHEN first IS NOT NULL OR second IS NOT NULL THEN coalesce(first, 0) + coalesce(second, 0) END;

-- A variance with favourable positive: budget less actual for spend, actual less budget for income and net.
CREATE OR REPLACE MACRO favourable(flow, kind, budget, actual) AS
    CASE WHEN flow = 'income' OR kind = 'net' THEN added_up(actual, -budget) ELSE added_up(budget, -actual) END;

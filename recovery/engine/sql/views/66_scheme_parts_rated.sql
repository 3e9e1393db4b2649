-- Each scheme's five parts as ranks: 1 red, 2 amber, 3 green, nil where nothing has been recorded.

CREATE OR REPLACE MACRO rated_above(amount, part_name) AS
    CASE WHEN amount > (SELECT red FROM rating_rule WHERE part = part_name) THEN 1
        WHEN amount > (SELECT amber FROM rating_rule WHERE part = part_name) THEN 2
        WHEN amount IS NOT NULL THEN 3
    END;

CREATE OR REPLACE MACRO rated_from(amount, part_name) AS
    CASE WHEN amount >= (SELECT red FROM rating_rule WHERE part = part_name) THEN 1
        WHEN amount >= (SELECT amber FROM rating_rule WHERE part = part_name) THEN 2
        WHEN amount IS NOT NULL THEN 3
    END;

CREATE OR REPLACE MACRO rated_below(part, whole, part_name) AS
    CASE WHEN 100 * part < whole * (SELECT red FROM rating_rule AS rule WHERE rule.part = part_name) THEN 1
        WHEN 100 * part < whole * (SELECT amber FROM rating_rule AS rule WHERE rule.part = part_name) THEN 2
        WHEN part IS NOT NULL AND whole IS NOT NULL THEN 3
    END;

-- A milestone that is not done is as late as it is expected to be, or as it is already.
CREATE OR REPLACE MACRO milestones_rated(organisation, year, as_at, day) AS TABLE
SELECT
    step.ref,
    rated_above(
        max(CASE WHEN step.done IS NULL THEN greatest(coalesce(step.forecast, step.due), day::DATE) - step.due ELSE 0 END),
        'milestones'
    ) AS rank
FROM scheme_milestone AS step
JOIN scheme_case_as_at(organisation, year, as_at) AS held USING (ref, case_version)
WHERE step.organisation = organisation AND step.year = year AND step.due IS NOT NULL
GROUP BY step.ref;

-- Delivery to date where an actual is reported, and the forecast where an actual or a forecast is.
CREATE OR REPLACE MACRO finance_rated(organisation, year, month, as_at) AS TABLE
SELECT
    ref,
    least(
        CASE WHEN actuals > 0 AND plan_ytd > 0 THEN rated_below(actual_ytd, plan_ytd, 'finance') END,
        CASE WHEN actuals + forecasts > 0 AND plan_year > 0 THEN rated_below(forecast_year, plan_year, 'finance') END
    ) AS rank
FROM scheme_delivery(organisation, year, month, as_at);

-- A KPI is on course where its newest actual is no worse than the straight line from baseline to target at that month.
CREATE OR REPLACE MACRO kpis_rated(organisation, year, month, as_at) AS TABLE
WITH newest AS (
    SELECT
        kpi.ref,
        kpi.direction,
        12 * arg_max(met.actual, met.month) AS reached,
        12 * kpi.baseline + (kpi.target - kpi.baseline) * max(met.month) AS expected
    FROM scheme_kpi AS kpi
    JOIN scheme_case_as_at(organisation, year, as_at) AS held USING (ref, case_version)
    JOIN scheme_kpi_month AS met USING (organisation, year, ref, case_version, number)
    WHERE kpi.organisation = organisation AND kpi.year = year AND met.month <= month
        AND kpi.baseline IS NOT NULL AND kpi.target IS NOT NULL
    GROUP BY kpi.ref, kpi.number, kpi.direction, kpi.baseline, kpi.target
)
SELECT
    ref,
    rated_below(
        count(*) FILTER (CASE direction WHEN 'down' THEN reached <= expected ELSE reached >= expected END),
        count(*),
        'kpis'
    ) AS rank
FROM newest
GROUP BY ref;

CREATE OR REPLACE MACRO risks_rated(organisation, year, as_at) AS TABLE
SELECT
    risk.ref,
    rated_from(max(CASE WHEN risk.is_open THEN risk.likelihood * risk.consequence ELSE 0 END), 'risks') AS rank
FROM scheme_risk AS risk
JOIN scheme_case_as_at(organisation, year, as_at) AS held USING (ref, case_version)
WHERE risk.organisation = organisation AND risk.year = year
GROUP BY risk.ref;

CREATE OR REPLACE MACRO quality_rated(organisation, year, as_at) AS TABLE
SELECT
    impact.ref,
    min(
        CASE
            WHEN name_key(impact.outcome) LIKE 'stop%' OR (impact.stage_2_needed AND impact.stage_2_score IS NULL) THEN 1
            WHEN name_key(impact.outcome) LIKE '%with mitigations%'
                OR impact.stage_1_score >= (SELECT amber FROM rating_rule WHERE part = 'quality') THEN 2
            ELSE 3
        END
    ) AS rank
FROM scheme_assessment AS impact
JOIN scheme_case_as_at(organisation, year, as_at) AS held USING (ref, case_version)
WHERE impact.organisation = organisation AND impact.year = year
    AND (impact.stage_1_score IS NOT NULL OR impact.stage_2_needed OR impact.outcome <> '')
GROUP BY impact.ref;

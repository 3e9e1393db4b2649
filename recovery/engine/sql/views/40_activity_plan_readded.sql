-- The activity plan as re-added: the year from do nothing and QIPP, or from its months where the source has no such
-- columns, and the change on the prior year from that.
CREATE OR REPLACE MACRO activity_plan_readded(id) AS TABLE
WITH source AS (
    SELECT
        *,
        CASE WHEN max(qipp) OVER () IS NOT NULL THEN do_nothing + coalesce(qipp, 0) END AS across,
        list_sum([apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar]) AS months
    FROM activity_plan
    WHERE submission = id
)
SELECT
    row_order,
    row_order::DOUBLE AS place,
    kind,
    flow,
    FALSE AS added,
    code,
    title,
    outturn_prior,
    do_nothing,
    qipp,
    coalesce(across, months, plan) AS plan,
    percentage(coalesce(across, months, plan) - outturn_prior, outturn_prior) AS change_on_prior,
    apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar
FROM source;

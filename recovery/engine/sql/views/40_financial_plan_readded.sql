-- The financial plan as re-added: each line's plan from recurrent exit and the steps after it, totals and the net
-- position from the lines, growth from both.  A line that prints a plan and no step at all keeps the plan it prints.
CREATE OR REPLACE MACRO financial_plan_readded(id) AS TABLE
WITH summed AS (
    SELECT
        shown.row_order,
        shown.place,
        shown.kind,
        shown.flow,
        shown.added_label IS NOT NULL AS added,
        coalesce(max(own.line) FILTER (shown.part = shown.row_order), shown.added_label) AS line,
        sum(sign * own.forecast_outturn_prior) AS forecast_outturn_prior,
        sum(sign * own.recurrent_exit_prior) AS recurrent_exit_prior,
        sum(sign * own.increase_in_allocation) AS increase_in_allocation,
        sum(sign * own.tariff_inflation) AS tariff_inflation,
        sum(sign * own.growth) AS growth,
        sum(sign * own.mhis_gpfv) AS mhis_gpfv,
        sum(sign * own.other_recurrent_investment) AS other_recurrent_investment,
        sum(sign * own.non_recurrent_investment) AS non_recurrent_investment,
        sum(sign * own.contingency) AS contingency,
        sum(sign * own.other_reserves) AS other_reserves,
        sum(sign * own.planned_qipp) AS planned_qipp,
        sum(sign * coalesce(
            list_sum([
                own.recurrent_exit_prior, own.increase_in_allocation, own.tariff_inflation, own.growth, own.mhis_gpfv,
                own.other_recurrent_investment, own.non_recurrent_investment, own.contingency, own.other_reserves,
                own.planned_qipp
            ]),
            own.plan
        )) AS plan
    FROM parts_of('financial_plan', id) AS shown
    LEFT JOIN financial_plan AS own ON own.submission = id AND own.row_order = shown.part
    GROUP BY shown.row_order, shown.place, shown.kind, shown.flow, shown.added_label
)
SELECT *, percentage(plan - recurrent_exit_prior, recurrent_exit_prior) AS growth_on_recurrent_exit
FROM summed;

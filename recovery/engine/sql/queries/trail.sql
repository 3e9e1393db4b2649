-- From which file, sheet and cell does every number behind a view come?
SELECT dataset, row_order, row_label, field, amount, submission, file_name, sha256, sheet, cell
FROM (
    FROM cells_of('financial_plan', 'line', $financial_plan::INTEGER[])
    UNION ALL FROM cells_of('position', 'line', $position::INTEGER[])
    UNION ALL FROM cells_of('risks', 'risk', $risks::INTEGER[])
    UNION ALL FROM cells_of('risk_register', 'title', $risk_register::INTEGER[])
    UNION ALL FROM cells_of('schemes', 'scheme', $schemes::INTEGER[])
    UNION ALL FROM cells_of('qipp_targets', 'area', $qipp_targets::INTEGER[])
    UNION ALL FROM cells_of('qipp_rag', 'status', $qipp_rag::INTEGER[])
    UNION ALL FROM cells_of('qipp_gateway', 'area', $qipp_gateway::INTEGER[])
    UNION ALL FROM cells_of('activity_plan', 'title', $activity_plan::INTEGER[])
    UNION ALL FROM cells_of('activity_actuals', 'title', $activity_actuals::INTEGER[])
    UNION ALL FROM cells_of('activity_return', 'name', $activity_return::INTEGER[])
    UNION ALL FROM cells_of('activity_prices', 'code', $activity_prices::INTEGER[])
    UNION ALL FROM cells_of('duties', 'indicator', $duties::INTEGER[])
    UNION ALL FROM cells_of('allocations', 'movement', $allocations::INTEGER[])
    UNION ALL FROM cells_of('underlying', 'item', $underlying::INTEGER[])
)
ORDER BY submission, row_order, field;

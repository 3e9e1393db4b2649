-- From which file, sheet and cell does every number behind a view come?
SELECT dataset, row_order, row_label, field, amount, submission, file_name, sha256, sheet, cell
FROM (
    FROM cells_of('financial_plan', 'line', $financial_plan)
    UNION ALL FROM cells_of('position', 'line', $position)
    UNION ALL FROM cells_of('risks', 'risk', $risks)
    UNION ALL FROM cells_of('schemes', 'scheme', $schemes)
    UNION ALL FROM cells_of('qipp_targets', 'area', $qipp_targets)
    UNION ALL FROM cells_of('qipp_rag', 'status', $qipp_rag)
    UNION ALL FROM cells_of('qipp_gateway', 'area', $qipp_gateway)
    UNION ALL FROM cells_of('activity_plan', 'title', $activity_plan)
    UNION ALL FROM cells_of('activity_actuals', 'title', $activity_actuals)
)
ORDER BY submission, row_order, field;

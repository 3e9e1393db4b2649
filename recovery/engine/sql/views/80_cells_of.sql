-- Every number of some submissions' tables with the row and the column it came from.
CREATE OR REPLACE MACRO cells_of(table_name, label_field, ids) AS TABLE
WITH cells AS (
    UNPIVOT (
        SELECT
            submission, row_order, source_row, source_column,
            COLUMNS(name -> name = label_field)::VARCHAR AS row_label,
            COLUMNS(name -> name NOT IN (
                'submission', 'row_order', 'kind', 'flow', 'section', 'parent', 'parts_from', 'parts_to', 'source_row',
                'source_column', 'line', 'area', 'group', 'risk', 'status', 'rag', 'code', 'title', 'ref', 'scheme',
                'stage', 'lead', 'sro', 'start_month', 'comment', 'financial_year', 'month', 'name', 'region_code',
                'region_name', 'indicator', 'unit', 'reported_rag', 'movement', 'when', 'recurrence', 'item', 'reason',
                'type', 'state', 'first_month', 'last_month', 'recurrent', 'owner', 'scheme_ref', 'linked_risk',
                'mitigation_kind', 'start_by'
            ))::DECIMAL(28, 6)
        FROM query_table(table_name)
        WHERE list_contains(ids, submission)
    )
    ON COLUMNS(* EXCLUDE (submission, row_order, source_row, source_column, row_label))
    INTO NAME field VALUE amount
)
SELECT
    submission.dataset,
    cells.row_order,
    cells.row_label,
    cells.field,
    cells.amount,
    submission.id AS submission,
    submission.file_name,
    submission.sha256,
    submission.sheet,
    -- a row of a further sheet names it as in an address, Sheet2!, and its fields have columns of their own
    CASE
        WHEN cells.source_column = '' THEN json_extract_string(submission.columns, '$.' || cells.field)
        WHEN cells.source_column LIKE '%!'
            THEN
                cells.source_column
                || json_extract_string(
                    submission.columns,
                    '/' || replace(replace(cells.source_column, '~', '~0'), '/', '~1') || cells.field
                )
        ELSE cells.source_column
    END || cells.source_row AS cell
FROM cells
JOIN submission ON submission.id = cells.submission;

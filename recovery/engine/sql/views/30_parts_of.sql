-- The shown rows of one submission's table, each with what it is made of and with which sign: a total of the lines of
-- its own flow that it covers, a net position of income less expenditure (in the risk table of risks plus contingency,
-- so that the plan's own row drops out), every other row of itself.  Parts of a line are never added beside it.
-- A total and a net position also stand beside themselves, without a sign, for their label.
CREATE OR REPLACE MACRO parts_of(table_name, id) AS TABLE
WITH shown AS MATERIALIZED (
    FROM table_rows(table_name, id)
)
SELECT
    shown.*,
    own.row_order AS part,
    CASE WHEN shown.kind = 'net' AND own.flow = 'expenditure' THEN -1 ELSE 1 END AS sign
FROM shown
JOIN (SELECT row_order, kind, flow FROM shown WHERE kind IN ('line', 'baseline', 'contingency')) AS own
    ON CASE
        WHEN shown.kind = 'total' THEN own.flow = shown.flow AND own.kind <> 'contingency'
            AND own.row_order BETWEEN coalesce(shown.parts_from, 0) AND coalesce(shown.parts_to, shown.row_order)
        ELSE own.kind <> 'baseline' AND own.flow <> 'memorandum'
    END
WHERE shown.kind IN ('total', 'net')
UNION ALL
SELECT *, row_order, CASE WHEN kind NOT IN ('total', 'net') THEN 1 END
FROM shown;

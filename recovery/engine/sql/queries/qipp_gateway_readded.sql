-- What does the published stage by area matrix come to, cell by cell, when it is re-added across and down?
SELECT row_order, field, amount
FROM qipp_gateway_readded($submission);

-- What does the published summary by RAG come to when it is re-added?
SELECT * EXCLUDE (place)
FROM qipp_rag_readded($submission)
ORDER BY place;

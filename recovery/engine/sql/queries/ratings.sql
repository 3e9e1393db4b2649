-- How is each kept scheme rated, part by part, by which rule, and is it set by hand?
WITH rated AS (
    SELECT
        *,
        [milestones, finance, kpis, risks, quality] AS ranks,
        ['milestones', 'finance', 'kpis', 'risks', 'quality'] AS parts
    FROM scheme_rated($organisation, $programme, $year, $month, $as_at, $day)
),
words AS (
    SELECT map(list(rank ORDER BY rank), list(name ORDER BY rank)) AS of_rank
    FROM programme_rating
    WHERE programme = $programme
)
SELECT
    rated.ref, rated.title, rated.stage_name,
    list_transform(ranks, lambda rank: coalesce(words.of_rank[rank], 'Not rated')) AS parts,
    coalesce(rated.rag_computed, 'Not rated') AS computed,
    rated.reported_rag, rated.override_rag, rated.override_reason,
    coalesce(nullif(rated.rag, ''), 'Not rated') AS rag,
    coalesce(rule.words, '') AS why
FROM rated
CROSS JOIN words
LEFT JOIN rating_rule AS rule
    ON rated.computed_rank IS NOT NULL AND rule.part = rated.parts[list_position(rated.ranks, rated.computed_rank)]
ORDER BY rated.ref;

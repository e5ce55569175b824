-- The whole region. People trained by two bases are in both: see shared-learners.
SELECT measure, count(DISTINCT base_code) AS bases, sum(value)::BIGINT AS value
FROM figures
WHERE "table" = 'totals'
GROUP BY ALL
ORDER BY measure;

-- The leagues and cities of the bases: how many reported, and the sums of their totals.
SELECT region_code, measure, count(DISTINCT base_code) AS bases, sum(value)::BIGINT AS value
FROM figures
WHERE "table" = 'totals'
GROUP BY ALL
ORDER BY region_code, measure;

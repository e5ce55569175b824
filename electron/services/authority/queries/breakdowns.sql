-- Every breakdown of the whole region: months, learners' regions, kinds of employers, titles, ways, money.
SELECT "table", key, any_value(label) AS label, measure, sum(value)::BIGINT AS value
FROM figures
WHERE "table" NOT IN ('totals', 'class')
GROUP BY "table", key, measure
ORDER BY "table", key, measure;

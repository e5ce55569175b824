-- Period by period, over all that counts: how many bases reported, and the sums of their totals.
SELECT period_from, period_to, measure, count(DISTINCT base_code) AS bases, sum(value)::BIGINT AS value
FROM all_figures
WHERE "table" = 'totals'
GROUP BY ALL
ORDER BY period_from, period_to, measure;

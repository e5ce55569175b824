-- One line a base: its totals of the period.
SELECT base_code, base_name, region_code, measure, value
FROM figures
WHERE "table" = 'totals'
ORDER BY base_code, measure;

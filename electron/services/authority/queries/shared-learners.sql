-- Learners that several bases trained, by pseudonym or document number; only of packages with a ledger.
SELECT learner, count(DISTINCT base) AS bases, string_agg(DISTINCT base, '、' ORDER BY base) AS which,
  sum("generalHours")::BIGINT AS general_hours, sum("professionalHours")::BIGINT AS professional_hours
FROM ledger
GROUP BY learner
HAVING count(DISTINCT base) > 1
ORDER BY learner;

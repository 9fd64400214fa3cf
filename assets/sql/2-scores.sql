-- A score per organisation and dimension or area: the weighted mean of what is answered.
CREATE OR REPLACE TEMPORARY VIEW scores AS
WITH items AS (
  SELECT assessment, sector, dimension AS item, state, value, weight FROM answers WHERE included
  UNION ALL
  SELECT assessment, sector, area AS item, state, value, weight FROM answers WHERE included
), measured AS (
  SELECT
    assessment,
    coalesce(sector, '') AS sector,
    item,
    sum(CASE WHEN state = 'level' THEN weight * value ELSE 0e0 END) AS points,
    sum(CASE WHEN state = 'level' THEN weight ELSE 0e0 END) AS answered,
    sum(weight) AS applicable,
    avg(CASE WHEN state = 'na' THEN 1e0 ELSE 0e0 END) AS not_applicable
  FROM items
  GROUP BY assessment, coalesce(sector, ''), item
)
SELECT measured.assessment, measured.sector, measured.item, measured.points / measured.answered AS score
FROM measured CROSS JOIN parameters
WHERE measured.answered > 0
  AND measured.answered > (parameters.completeness - 1e-9) * measured.applicable
  AND measured.not_applicable < parameters.not_applicable + 1e-9

-- Means by sector that give nobody away. Sectors below k are told together, with as many of the next
-- smallest ones as it takes until the line holds two sectors and k organisations: a single hidden
-- sector would be the whole minus the others. The same holds for every item, as not all organisations
-- have a score in it. Means are cut to a tenth.
CREATE OR REPLACE TEMPORARY VIEW sectors AS
WITH members AS (
  SELECT DISTINCT assessment, coalesce(sector, '') AS sector FROM answers WHERE included
), cells AS (
  SELECT sector, count(*) AS n FROM members GROUP BY sector
), ranked AS (
  SELECT
    cells.sector,
    cells.n,
    row_number() OVER (ORDER BY cells.n, cells.sector) AS place,
    sum(cells.n) OVER (ORDER BY cells.n, cells.sector ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
    sum(CASE WHEN cells.n < parameters.k THEN 1 ELSE 0 END) OVER () AS small,
    count(*) OVER () AS all_cells
  FROM cells CROSS JOIN parameters
), hidden AS (
  SELECT
    CASE
      WHEN max(ranked.small) = 0 THEN 0
      ELSE coalesce(
        min(CASE WHEN place >= small AND place >= 2 AND up_to >= parameters.k THEN place END), max(all_cells))
    END AS taken
  FROM ranked CROSS JOIN parameters
), lines AS (
  SELECT ranked.sector, ranked.n, CASE WHEN ranked.place <= hidden.taken THEN 'other' ELSE 'sector' END AS line
  FROM ranked CROSS JOIN hidden
), told AS (
  SELECT
    lines.line,
    CASE WHEN lines.line = 'other' THEN '' ELSE lines.sector END AS sector,
    scores.item,
    count(*) AS n,
    avg(scores.score) AS mean
  FROM lines JOIN scores ON scores.sector = lines.sector
  GROUP BY lines.line, CASE WHEN lines.line = 'other' THEN '' ELSE lines.sector END, scores.item
), ranked_items AS (
  SELECT
    told.line,
    told.sector,
    told.item,
    told.n,
    told.mean,
    row_number() OVER (PARTITION BY told.item ORDER BY told.n, told.sector, told.line DESC) AS place,
    sum(told.n) OVER (
      PARTITION BY told.item ORDER BY told.n, told.sector, told.line DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
    sum(CASE WHEN told.n < parameters.k THEN 1 ELSE 0 END) OVER (PARTITION BY told.item) AS small,
    count(*) OVER (PARTITION BY told.item) AS all_lines
  FROM told CROSS JOIN parameters
), hidden_items AS (
  SELECT
    item,
    CASE
      WHEN max(ranked_items.small) = 0 THEN 0
      ELSE coalesce(
        min(CASE WHEN place >= small AND place >= 2 AND up_to >= parameters.k THEN place END), max(all_lines))
    END AS taken
  FROM ranked_items CROSS JOIN parameters
  GROUP BY item
)
SELECT
  ranked_items.line,
  ranked_items.sector,
  ranked_items.item,
  ranked_items.n,
  floor(10e0 * ranked_items.mean + 1e-8) / 10e0 AS mean
FROM ranked_items JOIN hidden_items ON hidden_items.item = ranked_items.item
WHERE ranked_items.place > hidden_items.taken

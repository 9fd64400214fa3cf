-- What the other files ask for; change it here. Run the files in the order of their names over the
-- table "answers", which "gradus collect --flat" writes: DuckDB and Spark SQL take them as they are.
CREATE OR REPLACE TEMPORARY VIEW parameters AS
SELECT
  CAST(0.5 AS DOUBLE) AS completeness,      -- least share of the weight answered for a score, as the rubric says
  CAST(1 AS DOUBLE) / 3 AS not_applicable,  -- larger shares of questions that do not apply are no part of a pool
  5 AS k,                                   -- groups of fewer organisations are not told
  'quick' AS asked                          -- the depth whose questions alpha is about: quick or full

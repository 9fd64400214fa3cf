-- Cronbach's alpha of each dimension: over the organisations without a gap, and over pairs.
-- It says something only where the rubric declares the dimension reflective.
CREATE OR REPLACE TEMPORARY VIEW alpha AS
WITH questions AS (
  SELECT answers.dimension, answers.question
  FROM answers CROSS JOIN parameters
  WHERE answers.included
  GROUP BY answers.dimension, answers.question
  HAVING max(CASE WHEN answers.depth = parameters.asked THEN 1 ELSE 0 END) = 1 AND max(answers.weight) > 0
), sizes AS (
  SELECT dimension, CAST(count(*) AS DOUBLE) AS k FROM questions GROUP BY dimension
), filled AS (
  SELECT answers.assessment, answers.dimension, answers.question, answers.value
  FROM answers JOIN questions
    ON questions.dimension = answers.dimension AND questions.question = answers.question
  WHERE answers.included AND answers.state = 'level'
), complete AS (
  SELECT filled.assessment, filled.dimension, sum(filled.value) AS total
  FROM filled JOIN sizes ON sizes.dimension = filled.dimension
  GROUP BY filled.assessment, filled.dimension
  HAVING count(*) = max(sizes.k)
), variances AS (
  SELECT filled.dimension, filled.question, var_samp(filled.value) AS variance
  FROM filled JOIN complete
    ON complete.assessment = filled.assessment AND complete.dimension = filled.dimension
  GROUP BY filled.dimension, filled.question
), listwise AS (
  SELECT complete.dimension, count(*) AS n, var_samp(complete.total) AS total FROM complete GROUP BY complete.dimension
), trace AS (
  SELECT dimension, sum(variance) AS variances FROM variances GROUP BY dimension
), pairs AS (
  SELECT
    a.dimension,
    a.question AS one,
    b.question AS other,
    count(*) AS n,
    covar_samp(a.value, b.value) AS c
  FROM filled AS a JOIN filled AS b
    ON b.assessment = a.assessment AND b.dimension = a.dimension AND a.question <= b.question
  GROUP BY a.dimension, a.question, b.question
), pairwise AS (
  SELECT
    dimension,
    min(n) AS rarest,
    sum(CASE WHEN one = other THEN c ELSE 0e0 END) AS variances,
    sum(CASE WHEN one = other THEN c ELSE 2e0 * c END) AS total
  FROM pairs
  GROUP BY dimension
)
SELECT
  sizes.dimension,
  sizes.k AS questions,
  listwise.n AS complete_rows,
  CASE WHEN sizes.k >= 2 AND listwise.total > 1e-12
    THEN sizes.k / (sizes.k - 1e0) * (1e0 - trace.variances / listwise.total) END AS listwise,
  pairwise.rarest AS rarest_pair,
  CASE WHEN sizes.k >= 2 AND pairwise.total > 1e-12
    THEN sizes.k / (sizes.k - 1e0) * (1e0 - pairwise.variances / pairwise.total) END AS pairwise
FROM sizes
LEFT JOIN listwise ON listwise.dimension = sizes.dimension
LEFT JOIN trace ON trace.dimension = sizes.dimension
LEFT JOIN pairwise ON pairwise.dimension = sizes.dimension

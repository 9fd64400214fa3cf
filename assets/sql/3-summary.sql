-- Numbers of the whole pool. percentile_cont is the quantile of type 7 of Hyndman & Fan.
-- What is published of it is up to you: nothing below k, quartiles from 10, outer deciles from 30.
CREATE OR REPLACE TEMPORARY VIEW summary AS
SELECT
  item,
  count(*) AS n,
  avg(score) AS mean,
  stddev_samp(score) AS sd,
  percentile_cont(0.10) WITHIN GROUP (ORDER BY score) AS p10,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY score) AS p25,
  percentile_cont(0.50) WITHIN GROUP (ORDER BY score) AS p50,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY score) AS p75,
  percentile_cont(0.90) WITHIN GROUP (ORDER BY score) AS p90
FROM scores
GROUP BY item

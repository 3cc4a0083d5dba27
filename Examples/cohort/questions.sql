-- 1. Who is stuck: something is undecided or overdue, and nothing has happened for 30 days.
WITH happened AS (
  SELECT notebook, date AS day FROM notes WHERE interview
  UNION ALL SELECT notebook, came FROM feedback
  UNION ALL SELECT notebook, done FROM actions
), last AS (
  SELECT notebook, max(day) AS last FROM happened WHERE day <= getvariable('today') GROUP BY notebook
), undecided AS (
  SELECT notebook, count(*) AS undecided FROM feedback WHERE stage IN ('unsorted', 'chew') GROUP BY notebook
), overdue AS (
  SELECT notebook, count(*) AS overdue FROM actions
  WHERE state IN ('open', 'in-progress') AND due < getvariable('today') GROUP BY notebook
)
SELECT notebook, last, coalesce(undecided, 0) AS undecided, coalesce(overdue, 0) AS overdue
FROM last LEFT JOIN undecided USING (notebook) LEFT JOIN overdue USING (notebook)
WHERE last < getvariable('today') - 30 AND coalesce(undecided, 0) + coalesce(overdue, 0) > 0
ORDER BY last, notebook;

-- 2. Which lessons come up at five clients or more, by people.
SELECT lower(topic) AS topic, count(DISTINCT notebook) AS clients, sum(people)::BIGINT AS people
FROM lessons WHERE topic IS NOT NULL
GROUP BY ALL HAVING count(DISTINCT notebook) >= 5
ORDER BY people DESC, topic;

-- 3. Which companies answer, and after how many days.
SELECT company, count(DISTINCT notebook) AS clients, count(*) AS asked, count(answered) AS answered,
  median(answered - asked) AS days
FROM notes WHERE asked IS NOT NULL AND company IS NOT NULL
GROUP BY company HAVING count(DISTINCT notebook) >= 5
ORDER BY company;

-- 4. At which round a client loses against the cohort: by a quarter and more, in three interviews or more.
WITH decided AS (
  SELECT notebook, lower(round) AS round, count(*) AS decided,
    count(*) FILTER (outcome = 'rejected') AS lost
  FROM notes WHERE round IS NOT NULL AND outcome IN ('advanced', 'offer', 'rejected')
  GROUP BY ALL
), cohort AS (
  SELECT round, sum(decided)::BIGINT AS all_decided, sum(lost)::BIGINT AS all_lost
  FROM decided GROUP BY round HAVING count(*) >= 5
)
SELECT notebook, round, decided, lost, all_decided, all_lost
FROM decided JOIN cohort USING (round)
WHERE decided >= 3 AND 4 * lost * all_decided >= decided * (4 * all_lost + all_decided)
ORDER BY notebook, round;

-- 5. Whether a lesson with a plan shows sooner than one with an action.
SELECT CASE WHEN plans > 0 AND actions > 0 THEN 'both' WHEN plans > 0 THEN 'plan'
    WHEN actions > 0 THEN 'action' ELSE 'neither' END AS follows,
  count(DISTINCT notebook) AS clients, count(*) AS lessons, count(shown) AS shown, median(shown - first) AS days
FROM lessons
GROUP BY ALL HAVING count(DISTINCT notebook) >= 5
ORDER BY follows;

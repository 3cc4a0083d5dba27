"""The five questions of questions.sql as a job for Spark: spark-submit cohort.py ROWS TODAY ANSWERS"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

COMMON = "notebook string, path string, company string, role string, round string, date date"
AT = "line int, `column` int"
SCHEMAS = {
    "notes": f"{COMMON}, title string, time string, place string, interviewers array<string>, outcome string, "
    "interview boolean, request string, asked date, answered date, refused date, thanked date, topics array<string>",
    "feedback": f"{COMMON}, {AT}, came date, stage string, text string, topics array<string>, "
    "sources array<string>, since date, id string, reasons int, plans int, actions int",
    "actions": f"{COMMON}, {AT}, feedback int, state string, text string, topics array<string>, due date, "
    "scheduled date, done date, dropped date, repeats string, id string",
    "lessons": f"{COMMON}, {AT}, topic string, text string, statements int, people int, unsorted int, first date, "
    "last date, plans int, actions int, worked int, slipped int, shown date, standing string",
}
FEWEST = 5


def answers(spark, rows, today):
    """A frame for each question, by its number."""
    notes, feedback, actions, lessons = (
        spark.read.schema(schema).json(f"{rows}/{table}.jsonl") for table, schema in SCHEMAS.items())
    day = f.lit(today).cast("date")
    clients = f.countDistinct("notebook").alias("clients")

    happened = (
        notes.where("interview").select("notebook", f.col("date").alias("day"))
        .union(feedback.select("notebook", "came")).union(actions.select("notebook", "done")))
    undecided = feedback.where("stage in ('unsorted', 'chew')").groupBy("notebook").agg(
        f.count("*").alias("undecided"))
    overdue = actions.where(f.col("state").isin("open", "in-progress") & (f.col("due") < day)).groupBy(
        "notebook").agg(f.count("*").alias("overdue"))
    stuck = (
        happened.where(f.col("day") <= day).groupBy("notebook").agg(f.max("day").alias("last"))
        .join(undecided, "notebook", "left").join(overdue, "notebook", "left").fillna(0)
        .where((f.col("last") < f.date_sub(day, 30)) & (f.col("undecided") + f.col("overdue") > 0))
        .select("notebook", "last", "undecided", "overdue").orderBy("last", "notebook"))

    topics = (
        lessons.where("topic is not null").groupBy(f.lower("topic").alias("topic"))
        .agg(clients, f.sum("people").alias("people")).where(f.col("clients") >= FEWEST)
        .orderBy(f.desc("people"), "topic"))

    companies = (
        notes.where("asked is not null and company is not null").groupBy("company")
        .agg(clients, f.count("*").alias("asked"), f.count("answered").alias("answered"),
             f.expr("percentile(datediff(answered, asked), 0.5)").alias("days"))
        .where(f.col("clients") >= FEWEST).orderBy("company"))

    decided = (
        notes.where("round is not null and outcome in ('advanced', 'offer', 'rejected')")
        .groupBy("notebook", f.lower("round").alias("round"))
        .agg(f.count("*").alias("decided"), f.expr("count_if(outcome = 'rejected')").alias("lost")))
    cohort = decided.groupBy("round").agg(
        f.sum("decided").alias("all_decided"), f.sum("lost").alias("all_lost"),
        f.count("*").alias("clients")).where(f.col("clients") >= FEWEST).drop("clients")
    rounds = (
        decided.join(cohort, "round")
        .where("decided >= 3 and 4 * lost * all_decided >= decided * (4 * all_lost + all_decided)")
        .select("notebook", "round", "decided", "lost", "all_decided", "all_lost").orderBy("notebook", "round"))

    follows = f.expr(
        "case when plans > 0 and actions > 0 then 'both' when plans > 0 then 'plan' "
        "when actions > 0 then 'action' else 'neither' end").alias("follows")
    sooner = (
        lessons.groupBy(follows)
        .agg(clients, f.count("*").alias("lessons"), f.count("shown").alias("shown"),
             f.expr("percentile(datediff(shown, first), 0.5)").alias("days"))
        .where(f.col("clients") >= FEWEST).orderBy("follows"))
    return {1: stuck, 2: topics, 3: companies, 4: rounds, 5: sooner}


if __name__ == "__main__":
    rows, today, target = sys.argv[1:4]
    spark = SparkSession.builder.appName("cohort").getOrCreate()
    for number, frame in answers(spark, rows, today).items():
        frame.coalesce(1).write.mode("overwrite").csv(f"{target}/{number}", header=True)
    spark.stop()

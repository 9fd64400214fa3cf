"""Runs assets/sql over a flat table and prints the results as JSON.

    run.py duckdb|spark SQL_FOLDER ANSWERS.csv K DEPTH

Exit code 3 with a reason on standard output: the engine is not installed here.
"""

import json
import os
import sys
from pathlib import Path

COLUMNS = {
    "assessment": "STRING", "organisation": "STRING", "rubric": "STRING", "version": "STRING", "period": "STRING",
    "sector": "STRING", "size": "STRING", "mode": "STRING", "depth": "STRING", "included": "BOOLEAN",
    "dimension": "STRING", "area": "STRING", "question": "STRING", "state": "STRING",
    "level": "DOUBLE", "value": "DOUBLE", "weight": "DOUBLE",
}
# Two threads on this computer; nothing listens to the outside.
SPARK = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "4g",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
}
VIEWS = ["summary", "sectors", "alpha"]


def missing(why):
    print(why)
    sys.exit(3)


class DuckDb:
    def __init__(self, table):
        try:
            import duckdb
        except ImportError as e:
            missing(f"no module duckdb: {e}")
        self.connection = duckdb.connect()
        types = {name: kind.replace("STRING", "VARCHAR") for name, kind in COLUMNS.items()}
        self.connection.execute(
            f"CREATE TEMPORARY VIEW answers AS SELECT * FROM read_csv('{table}', header = true, columns = {types})")

    def run(self, statement):
        self.connection.execute(statement)

    def rows(self, view):
        found = self.connection.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]


class Spark:
    def __init__(self, table):
        try:
            from pyspark.sql import SparkSession
        except ImportError as e:
            missing(f"no module pyspark: {e}")
        try:
            # The workers are the interpreter that runs this.
            os.environ["PYSPARK_PYTHON"] = sys.executable
            builder = SparkSession.builder.master("local[2]")
            for name, value in SPARK.items():
                builder = builder.config(name, value)
            self.session = builder.getOrCreate()
        except Exception as e:
            missing(f"Spark does not start, is there a Java? {str(e).splitlines()[0]}")
        self.session.sparkContext.setLogLevel("ERROR")
        schema = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        self.session.read.csv(table, schema=schema, header=True, escape='"').cache().createOrReplaceTempView("answers")

    def run(self, statement):
        self.session.sql(statement)

    def rows(self, view):
        return [row.asDict() for row in self.session.sql(f"SELECT * FROM {view}").collect()]


def main():
    engine, folder, table, k, depth = sys.argv[1:]
    engine = {"duckdb": DuckDb, "spark": Spark}[engine](table)
    for path in sorted(Path(folder).glob("*.sql")):
        statement = path.read_text(encoding="utf-8")
        if path.name == "1-parameters.sql":
            # The one file that is meant to be changed.
            for said, wanted in [("5 AS k", f"{int(k)} AS k"), ("'quick' AS asked", f"'{depth}' AS asked")]:
                assert said in statement
                statement = statement.replace(said, wanted)
        engine.run(statement)
    print(json.dumps({view: engine.rows(view) for view in VIEWS}))


if __name__ == "__main__":
    main()

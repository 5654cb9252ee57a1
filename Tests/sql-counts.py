#!/usr/bin/env python3
"""Checks `cyllido sql counts` for real: the databases' counts must give what `cyllido count` gives.

  sql-counts.py CYLLIDO FOLDER

FOLDER has what `cyllido generate --rows` writes. For each database that can be used here, the
printed query is run over the pupils, its result is saved as a file of counts, and both are read by
`cyllido count` and by `cyllido run`: counts and shares must be the same bytes. A database that is
not installed is skipped, and said so, unless it is among those of --need (duckdb,spark,postgres).
"""
import argparse, csv, os, shutil, subprocess, sys, tempfile

FIELDS = "year_group,fte,fsm,fsm_protected,aln,wimd_decile,welsh,eal,looked_after"
HERE = os.path.dirname(os.path.abspath(__file__))


class Missing(Exception):
    """A database that can't be used here, and why."""


def duckdb_counts(query, pupils, out):
    try:
        import duckdb
    except ImportError as error:
        raise Missing(error)
    db = duckdb.connect()
    # The types that DuckDB finds by itself: numbers for schools, booleans for flags.
    db.execute(f"CREATE TABLE pupils AS SELECT * FROM read_csv('{pupils}', header=true)")
    db.execute(f"COPY ({query.rstrip().rstrip(';')}) TO '{out}' (HEADER)")
    return "duckdb " + duckdb.__version__


def spark_counts(query, pupils, out):
    try:
        import pyspark
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise Missing(error)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # whatever the machine calls itself
    if not shutil.which("java"):
        raise Missing("java is not here")
    spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
             .config("spark.sql.shuffle.partitions", "4").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    spark.read.csv(pupils, header=True, inferSchema=True).createOrReplaceTempView("pupils")
    rows = spark.sql(query.rstrip().rstrip(";"))
    with open(out, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(rows.columns)
        for row in rows.toLocalIterator():
            writer.writerow(row)
    spark.stop()
    return "spark " + pyspark.__version__


def postgres_counts(query, pupils, out):
    if not (shutil.which("psql") and os.environ.get("PGDATABASE")):
        raise Missing("psql is not here, or PGDATABASE names no database to use")
    with open(pupils, encoding="utf-8") as file:
        columns = file.readline().strip().split(",")
    table = ", ".join(f"{c} " + ("integer" if c == "school" else "text") for c in columns)
    script = (f"CREATE TEMP TABLE pupils ({table});\n\\copy pupils FROM '{pupils}' CSV HEADER\n"
              f"\\copy ({' '.join(query.rstrip().rstrip(';').split())}) TO '{out}' CSV HEADER\n")
    subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1"], input=script, text=True, check=True)
    return subprocess.run(["psql", "--version"], capture_output=True, text=True).stdout.strip()


DATABASES = {"duckdb": duckdb_counts, "spark": spark_counts, "postgres": postgres_counts}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cyllido")
    parser.add_argument("folder")
    parser.add_argument("--need", default="")
    options = parser.parse_args()
    pupils, schools = (os.path.join(options.folder, f) for f in ("pupils.csv", "schools.csv"))
    scenario = os.path.join(HERE, "..", "scenarios", "one-national-formula.yaml")

    def cyllido(*arguments):
        return subprocess.run([options.cyllido, *arguments], check=True, capture_output=True,
                              text=True).stdout

    with tempfile.TemporaryDirectory() as scratch:
        def at(name):
            return os.path.join(scratch, name)

        def bytes_of(name):
            with open(at(name), "rb") as file:
                return file.read()

        def run(kind, path, out):
            cyllido("run", scenario, "--schools", schools, f"--{kind}", path, "--quiet",
                    "--out", at(out))

        cyllido("count", pupils, "--schools", schools, "--out", at("own.csv"), "--fields", FIELDS)
        run("pupils", pupils, "own")
        failed = False
        for dialect, counts in DATABASES.items():
            query = cyllido("sql", "counts", "--dialect", dialect, "--from", "pupils",
                            "--fields", FIELDS)
            try:
                version = counts(query, pupils, at(dialect + ".raw.csv"))
            except Missing as why:
                needed = dialect in options.need.split(",")
                failed = failed or needed
                print(f"{dialect}: {'MISSING' if needed else 'skipped'}: {why}")
                continue
            cyllido("count", at(dialect + ".raw.csv"), "--schools", schools,
                    "--out", at(dialect + ".csv"))
            run("counts", at(dialect + ".raw.csv"), dialect)
            same = bytes_of(dialect + ".csv") == bytes_of("own.csv") and all(
                bytes_of(f"{dialect}/{name}") == bytes_of(f"own/{name}")
                for name in ("shares.csv", "factors.csv"))
            failed = failed or not same
            print(f"{dialect}: counts and shares {'are the same' if same else 'DIFFER'} ({version})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

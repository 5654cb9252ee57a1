#!/usr/bin/env python3
"""Counts the same file of pupils with Cyllido and its peers, in one go, and funds the counts.

The work: CSV -> counts of pupils alike by school -> a national total by a formula of six
attributes, in pence. All whole numbers; every tool must give the same total, or this fails.

  compare.py PUPILS SCHOOLS --cyllido PATH [--repeat 5] [--tools cyllido,duckdb,polars,pandas,numpy]

PUPILS has school,year_group,fsm,aln,wimd_decile,welsh. Each run is a process of its own, timed
from start to end: starting Python and importing the library are part of it, as for a user; the
second column of times leaves both out (it starts after the imports).
"""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

FIELDS = ["year_group", "fsm", "aln", "wimd_decile", "welsh"]
BASIC = {"N1": 150000, "N2": 150000, "R": 312345, "1": 300011, "2": 300012, "3": 290013,
         "4": 290014, "5": 290015, "6": 290016, "7": 410017, "8": 410018, "9": 410019,
         "10": 450020, "11": 450021, "12": 500022, "13": 500023, "14": 500024}
ALN = {"none": 0, "school_action": 12301, "school_action_plus": 45602, "school_idp": 65403,
       "statemented": 345604, "la_idp": 456705}


def pence(year, fsm, aln, decile, welsh):
    """What one pupil is worth: the formula, said once."""
    return (BASIC[year] + (98765 if fsm == "true" else 0) + ALN[aln]
            + (11 - int(decile)) * 1234 + (4321 if welsh == "true" else 0))


def total_of(rows):
    """The total of (year, fsm, aln, decile, welsh, count)."""
    return sum(pence(*row[:5]) * int(row[5]) for row in rows)


def duckdb_(path, threads):
    import duckdb
    start = time.perf_counter()
    db = duckdb.connect(config={"threads": threads})
    db.execute(f"CREATE TABLE counts AS SELECT school, {', '.join(FIELDS)}, COUNT(*) AS n FROM "
               f"read_csv('{path}', all_varchar=true, header=true) GROUP BY ALL")
    rows = db.execute(f"SELECT {', '.join(FIELDS)}, SUM(n) FROM counts GROUP BY ALL").fetchall()
    return total_of(rows), start


def polars_(path, threads):
    import polars as pl
    start = time.perf_counter()
    counts = (pl.scan_csv(path, infer_schema=False).group_by(["school"] + FIELDS)
              .len().collect(engine="streaming"))
    rows = counts.group_by(FIELDS).agg(pl.col("len").sum()).rows()
    return total_of(rows), start


def pandas_(path, threads):
    import pandas as pd
    start = time.perf_counter()
    frame = pd.read_csv(path, dtype={c: "category" for c in FIELDS} | {"school": "int32"})
    counts = frame.groupby(["school"] + FIELDS, observed=True).size()
    rows = counts.groupby(level=FIELDS, observed=True).sum()
    # pandas makes booleans of true and false, whatever it is told.
    said = {"True": "true", "False": "false"}
    return total_of([tuple(said.get(str(v), str(v)) for v in key) + (n,)
                     for key, n in rows.items()]), start


def numpy_(path, threads):
    import numpy as np
    import pyarrow.csv as pc, pyarrow as pa
    start = time.perf_counter()
    pa.set_cpu_count(threads)
    table = pc.read_csv(path, convert_options=pc.ConvertOptions(
        column_types={c: pa.dictionary(pa.int32(), pa.string()) for c in ["school"] + FIELDS}))
    key, sizes, domains = np.zeros(len(table), np.int64), [], []
    for name in ["school"] + FIELDS:
        column = table[name].unify_dictionaries().combine_chunks()
        domain = column.dictionary.to_pylist()
        key = key * len(domain) + column.indices.to_numpy(zero_copy_only=False)
        domains.append(domain)
    counts = np.bincount(key)
    present = np.nonzero(counts)[0]
    sums = {}
    rest, parts = present, []
    for domain in reversed(domains):
        parts.append(rest % len(domain))
        rest = rest // len(domain)
    parts.reverse()
    whole = np.zeros(len(present), np.int64)
    for domain, part in zip(domains[1:], parts[1:]):
        whole = whole * len(domain) + part
    kinds, where = np.unique(whole, return_inverse=True)
    heads = np.bincount(where, weights=counts[present]).astype(np.int64)
    rows = []
    for kind, count in zip(kinds.tolist(), heads.tolist()):
        values = []
        for domain in reversed(domains[1:]):
            values.append(domain[kind % len(domain)])
            kind //= len(domain)
        rows.append(tuple(reversed(values)) + (count,))
    return total_of(rows), start


PEERS = {"duckdb": duckdb_, "polars": polars_, "pandas": pandas_, "numpy": numpy_}


def cyllido(options, scratch):
    out = os.path.join(scratch, "counts.csv")
    start = time.perf_counter()
    subprocess.run([options.cyllido, "count", options.pupils, "--schools", options.schools,
                    "--out", out, "--threads", str(options.threads)], check=True,
                   stdout=subprocess.DEVNULL)
    took = time.perf_counter() - start
    # Untimed: the counts' total by the same formula, so that nothing but the counting is Cyllido's.
    sums = {}
    with open(out, encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split(",")
        places = [header.index(f) for f in FIELDS + ["count"]]
        for line in lines:
            cells = line.rstrip("\n").split(",")
            row = tuple(cells[p] for p in places)
            sums[row[:5]] = sums.get(row[:5], 0) + int(row[5])
    return total_of([key + (n,) for key, n in sums.items()]), took, took


def peer(tool, options):
    start = time.perf_counter()
    done = subprocess.run([sys.executable, __file__, options.pupils, options.schools, "--one", tool,
                           "--threads", str(options.threads)], check=True, capture_output=True)
    took = time.perf_counter() - start
    said = json.loads(done.stdout)
    return said["total"], took, said["inside"]


def version(tool, options):
    if tool == "cyllido":
        return subprocess.run([options.cyllido, "--version"], capture_output=True,
                              text=True).stdout.split()[-1]
    from importlib.metadata import version as installed
    return installed(tool) + (f" with pyarrow {installed('pyarrow')}" if tool == "numpy" else "")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pupils")
    parser.add_argument("schools")
    parser.add_argument("--cyllido", default="cyllido")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--tools", default="cyllido,duckdb,polars,pandas,numpy")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        total, start = PEERS[options.one](options.pupils, options.threads)
        print(json.dumps({"total": total, "inside": time.perf_counter() - start}))
        return 0
    size = os.path.getsize(options.pupils)
    results, totals = {}, {}
    tools = options.tools.split(",")
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(options.repeat):
            for tool in tools:  # in turns, so that a busy moment falls on all alike
                try:
                    total, took, inside = (
                        cyllido(options, scratch) if tool == "cyllido" else peer(tool, options))
                except subprocess.CalledProcessError as error:
                    words = (error.stderr or b"").decode().strip().split("\n")[-1]
                    print(f"{tool}: skipped: {words}", file=sys.stderr)
                    tools = [t for t in tools if t != tool]
                    continue
                results.setdefault(tool, []).append((took, inside))
                totals[tool] = total
    if len(set(totals.values())) != 1:
        print(f"the totals differ: {totals}", file=sys.stderr)
        return 1
    print(f"{options.pupils}: {size:,} bytes; total £{next(iter(totals.values())) / 100:,.2f} by all; "
          f"{options.threads} threads; medians of {options.repeat}")
    base = statistics.median(t for t, _ in results[tools[0]])
    print(f"{'tool':<10}{'version':<28}{'process s':>10}{'inside s':>10}{'MB/s':>8}{'ratio':>8}")
    for tool in tools:
        process = statistics.median(t for t, _ in results[tool])
        inside = statistics.median(i for _, i in results[tool])
        print(f"{tool:<10}{version(tool, options):<28}{process:>10.3f}{inside:>10.3f}"
              f"{size / inside / 1e6:>8.0f}{process / base:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

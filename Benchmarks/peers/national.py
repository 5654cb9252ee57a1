#!/usr/bin/env python3
"""The same national run on Cyllido and its peers, in one go: every total must agree.

The work (`Benchmarks/Subjects/national-run/`): two formulae of six attributes for every pupil, the
own authority's and the national one; summed by school; a lump sum, a taper, a floor of -2% held
against the own formula; totals by authority. In pence: own amounts a pupil in thousandths of one.

  national.py SCHOOLS PUPILS --cyllido PATH-OF-national-run [--repeat 7] [--threads 2] [--tools …]

Every tool runs in processes of its own, in turns. A process reads the CSV file, then funds the rows
in memory, --inner times. Times are medians over --repeat processes, except "best", the least:
  end to end  a process that funds once, from its start to its end: starting Python is part of it
  load        files to columns in memory, texts to codes
  rows        the funding alone, from a column of codes a pupil, best
  counts      the same from pupils alike counted beforehand, best; nothing else is counted or looked up
Cyllido has no form of rows, and three times in memory, on one thread: "first" packs, plans and
evaluates; "plan" makes the formulae ready again for pupils that are packed; "evaluate" works every
line out with plans made. Peers' rows are held against "first", which starts from nothing made
ready. Their counts are held against "evaluate": on both sides pupils are counted, and rates are in tables.
OpenFisca works in float32: a school may be a pound or so out. It may differ by --float32 pounds a
school on average (authority totals); the largest difference seen is printed. All others: to the penny.
"""
import argparse, json, os, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "Subjects", "national-run")
YEARS = "N1 N2 R 1 2 3 4 5 6 7 8 9 10 11 12 13 14".split()
NEEDS = "none school_action school_action_plus school_idp statemented la_idp".split()
LANGUAGES = "none A B C D E".split()
DECILES = [str(d) for d in range(1, 11)]
FLAGS = ["false", "true"]
CODES = {"year_group": YEARS, "fsm": FLAGS, "aln": NEEDS, "wimd_decile": DECILES, "welsh": FLAGS,
         "eal": LANGUAGES}
AUTHORITIES = list(range(660, 682))


class Rates:
    """A formula file's rates as whole pence (`cost`: thousandths), in the order of the codes."""

    def __init__(self, name):
        import yaml
        from decimal import Decimal
        with open(os.path.join(FOLDER, name + ".yaml"), encoding="utf-8") as file:
            rates = yaml.load(file, yaml.BaseLoader)["rates"]

        def whole(text):
            number = Decimal(text.lstrip("£")) * (100 if text.startswith("£") else 1000)
            assert number == int(number), text
            return int(number)

        def table(rate, keys):
            return [whole(rates[rate]["values"][str(key)]) for key in keys]

        def by_authority(rate, otherwise=None):
            if "values" in rates.get(rate, {}):
                return table(rate, AUTHORITIES)
            return [whole(rates[rate]["value"]) if rate in rates else otherwise] * len(AUTHORITIES)

        self.basic = table("basic", YEARS)
        self.cost = by_authority("cost", 1000)
        self.free = by_authority("free_meals")
        self.aln = table("aln_rate", NEEDS)
        self.area = table("area_rate", DECILES)
        self.welsh = whole(rates["welsh_rate"]["value"])
        self.eal = table("eal_rate", LANGUAGES)
        self.lump = {s: whole(v) for s, v in rates["lump"]["values"].items()}
        self.small = whole(rates["small"]["value"])


def schools_of(path):
    """Numbers, places of authorities and sectors, in the file's order."""
    import csv
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return ([int(r["school"]) for r in rows], [int(r["authority"]) - 660 for r in rows],
            [r["sector"] for r in rows])


class Tail:
    """What every peer does alike after its sums by school, on NumPy: a thousand rows."""

    def __init__(self, own, national, places, sectors):
        import numpy as np
        self.places, self.sectors = np.array(places), sectors
        self.lumps = [np.array([r.lump[s] for s in sectors], np.int64) for r in (own, national)]
        self.smalls = (own.small, national.small)

    def totals(self, own, national, rolls):
        """From thousandths of pence and pence by school, to pence by authority."""
        import numpy as np
        shares = []
        for sums, lump, small in zip(((own + 500) // 1000, national), self.lumps, self.smalls):
            # small × taper(roll, 30, 150), rounded to the penny, halves up
            taper = (2 * small * (150 - np.clip(rolls, 30, 150)) + 120) // 240
            shares.append(sums + np.where(rolls > 0, lump + taper, 0))
        floor = (shares[0] * 98 * 2 + 100) // 200
        shares[1] = np.maximum(shares[1], floor)
        return {str(a): [int(s[self.places == a - 660].sum()) for s in shares] for a in AUTHORITIES}


def columns_with_polars(schools, pupils, threads):
    """The file as codes: a school's place, and the six attributes' codes."""
    import polars as pl
    numbers, _, _ = schools
    frame = pl.scan_csv(pupils, infer_schema=False).select(
        pl.col("school").cast(pl.Int32).replace_strict(
            pl.Series(numbers, dtype=pl.Int32), pl.Series(range(len(numbers)), dtype=pl.Int32)),
        *[pl.col(c).cast(pl.Enum(v)).to_physical().cast(pl.Int32) for c, v in CODES.items()],
    ).collect()
    return {c: frame[c].to_numpy() for c in frame.columns}


def counted(columns):
    """Pupils alike in one school, with how many."""
    import numpy as np
    key = columns["school"].astype(np.int64)
    for name, values in CODES.items():
        key = key * len(values) + columns[name]
    kinds, counts = np.unique(key, return_counts=True)
    out = {}
    for name, values in reversed(CODES.items()):
        out[name] = (kinds % len(values)).astype(np.int32)
        kinds = kinds // len(values)
    return {"school": kinds.astype(np.int32), **out, "n": counts.astype(np.int64)}


def numpy_(own, national, tail, data, threads):
    import numpy as np
    size = len(tail.places)
    t = {r: [np.array(x, np.int64) for x in (r.basic, r.cost, r.free, r.aln, r.area, r.eal)]
         for r in (own, national)}
    basic = np.multiply.outer(t[own][1], t[own][0])
    place = tail.places.astype(np.int32)

    def once():
        # The attributes' codes are looked up one by one; sums of whole numbers under 2^53 in doubles
        # are exact, and bincount knows no other weights.
        at = place[data["school"]]
        rest = [t[r][3][data["aln"]] + t[r][4][data["wimd_decile"]] + t[r][5][data["eal"]]
                + r.welsh * data["welsh"] + t[r][2][at] * data["fsm"] for r in (own, national)]
        a = basic[at, data["year_group"]] + 1000 * rest[0]
        b = t[national][0][data["year_group"]] + rest[1]
        n = data.get("n")
        if n is not None:
            a, b = a * n, b * n
        sums = [np.bincount(data["school"], w, size).astype(np.int64) for w in (a, b)]
        rolls = np.bincount(data["school"], n, size).astype(np.int64)
        return tail.totals(*sums, rolls)
    return once


def pandas_(own, national, tail, data, threads):
    import numpy as np, pandas as pd
    frame = pd.DataFrame(data)
    size = len(tail.places)
    place = pd.Series(tail.places)
    basic = np.multiply.outer(np.array(own.cost, np.int64), np.array(own.basic, np.int64))

    def take(values, name):
        return np.array(values, np.int64).take(frame[name])

    def once():
        at = place.take(frame["school"]).to_numpy()
        rest = [take(r.aln, "aln") + take(r.area, "wimd_decile") + take(r.eal, "eal")
                + r.welsh * frame["welsh"] + np.array(r.free).take(at) * frame["fsm"]
                for r in (own, national)]
        n = frame["n"] if "n" in frame else 1
        sums = pd.DataFrame({
            "school": frame["school"],
            "own": (basic[at, frame["year_group"]] + 1000 * rest[0]) * n,
            "national": (take(national.basic, "year_group") + rest[1]) * n, "n": n,
        }).groupby("school", sort=True).sum().reindex(range(size), fill_value=0)
        return tail.totals(*(sums[c].to_numpy() for c in ("own", "national", "n")))
    return once


def polars_(own, national, tail, data, threads):
    import numpy as np, polars as pl
    frame = pl.DataFrame(data)
    size = len(tail.places)
    basic = [c * b for c in own.cost for b in own.basic]
    place = tail.places.tolist()

    def take(values, index):
        return pl.lit(pl.Series(values, dtype=pl.Int64)).gather(index)

    def once():
        at = take(place, pl.col("school"))
        rest = [take(r.aln, pl.col("aln")) + take(r.area, pl.col("wimd_decile"))
                + take(r.eal, pl.col("eal")) + r.welsh * pl.col("welsh").cast(pl.Int64)
                + take(r.free, pl.col("at")) * pl.col("fsm") for r in (own, national)]
        n = pl.col("n") if "n" in frame.columns else pl.lit(1, pl.Int64)
        sums = frame.lazy().with_columns(at=at).select(
            "school",
            own=(take(basic, pl.col("at") * len(YEARS) + pl.col("year_group"))
                 + 1000 * rest[0]) * n,
            national=(take(national.basic, pl.col("year_group")) + rest[1]) * n, n=n,
        ).group_by("school").sum().collect()
        out = [np.zeros(size, np.int64) for _ in range(3)]
        for column, name in zip(out, ("own", "national", "n")):
            column[sums["school"].to_numpy()] = sums[name].to_numpy()
        return tail.totals(*out)
    return once


def duckdb_(own, national, tail, data, threads):
    import duckdb, numpy as np
    db = duckdb.connect(config={"threads": threads})
    import pyarrow
    arrow = pyarrow.table(data)
    db.execute("CREATE TABLE pupils AS SELECT * FROM arrow")

    def small(name, **columns):
        keys = ", ".join(f"{c} BIGINT" for c in columns)
        db.execute(f"CREATE TABLE {name} ({keys})")
        db.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})",
                       [list(row) for row in zip(*columns.values())])
    small("schools", school=range(len(tail.places)), place=tail.places.tolist())
    small("years", year_group=range(17), own=own.basic, national=national.basic)
    small("needs", aln=range(6), own=own.aln, national=national.aln)
    small("areas", wimd_decile=range(10), own=own.area, national=national.area)
    small("languages", eal=range(6), own=own.eal, national=national.eal)
    small("authorities", place=range(22), cost=own.cost, own=own.free, national=national.free)
    n = "n" if "n" in data else "1"
    query = f"""
      SELECT school, CAST(SUM({n} * (cost * y.own + 1000 * (q.own + w.own + e.own
               + welsh * {own.welsh} + fsm * a.own))) AS BIGINT),
             CAST(SUM({n} * (y.national + q.national + w.national + e.national
               + welsh * {national.welsh} + fsm * a.national)) AS BIGINT),
             CAST(SUM({n}) AS BIGINT)
      FROM pupils JOIN schools USING (school) JOIN authorities a USING (place)
        JOIN years y USING (year_group) JOIN needs q USING (aln) JOIN areas w USING (wimd_decile)
        JOIN languages e USING (eal) GROUP BY school"""
    size = len(tail.places)

    def once():
        rows = db.execute(query).fetchnumpy()
        school, *columns = rows.values()
        out = []
        for column in columns:
            sums = np.zeros(size, np.int64)
            sums[np.asarray(school)] = np.asarray(column)
            out.append(sums)
        return tail.totals(*out)
    return once


PEERS = {"numpy": numpy_, "pandas": pandas_, "polars": polars_, "duckdb": duckdb_}


def one(options):
    """A peer's process: loads, funds, and prints what came of it."""
    os.environ["POLARS_MAX_THREADS"] = str(options.threads)
    start = time.perf_counter()
    schools = schools_of(options.schools)
    own, national = Rates("own"), Rates("national")
    columns = columns_with_polars(schools, options.pupils, options.threads)
    load = time.perf_counter() - start
    tail = Tail(own, national, schools[1], schools[2])
    forms = {"rows": columns}
    if options.one == "openfisca":
        from openfisca_run import openfisca_
        peer = openfisca_
    else:
        peer = PEERS[options.one]
        if options.inner > 1:
            forms["counts"] = counted(columns)
    said = {"load": load}
    for form, data in forms.items():
        once = peer(own, national, tail, data, options.threads)
        best = float("inf")
        for _ in range(options.inner):
            start = time.perf_counter()
            totals = once()
            best = min(best, time.perf_counter() - start)
        assert said.setdefault("totals", totals) == totals, "rows and counts differ"
        said[form] = best
    print(json.dumps(said))


def process(tool, options, inner):
    """A process of a tool: what it printed, and how long it took from start to end."""
    if tool == "cyllido":
        command = [options.cyllido, options.schools, options.pupils, str(inner),
                   str(options.threads)]
    else:
        command = [sys.executable, __file__, options.schools, options.pupils, "--one", tool,
                   "--inner", str(inner), "--threads", str(options.threads)]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    took = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(done.stderr.strip().split("\n")[-1])
    return json.loads(done.stdout), took


def version(tool):
    from importlib.metadata import version as installed
    return "" if tool == "cyllido" else installed(
        {"openfisca": "openfisca-core"}.get(tool, tool))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("schools")
    parser.add_argument("pupils")
    parser.add_argument("--cyllido", default="national-run")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--inner", type=int, default=7)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--tools", default="cyllido,polars,numpy,pandas,duckdb,openfisca")
    parser.add_argument("--float32", type=float, default=1.0)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        return one(options)
    tools = options.tools.split(",")
    times, totals, skipped = {}, {}, []
    for turn in range(options.repeat):
        for tool in list(tools):  # in turns, so that a busy moment falls on all alike
            try:
                inside, _ = process(tool, options, options.inner)
                _, end_to_end = process(tool, options, 1)
            except (RuntimeError, OSError) as error:
                print(f"{tool}: skipped: {error}", file=sys.stderr)
                tools.remove(tool)
                skipped.append(tool)
                continue
            seen = times.setdefault(tool, {})
            if tool == "cyllido":
                pupils = inside["pupils"]
                inside["counts"], inside["rows"] = inside["evaluate"], inside["first"]
            for key in ("load", "rows", "counts", "plan"):
                if key in inside:
                    seen.setdefault(key, []).append(inside[key])
            seen.setdefault("process", []).append(end_to_end)
            totals[tool] = inside["totals"]
    base = tools[0]
    schools = len(schools_of(options.schools)[0])
    for tool in tools:
        worst = max(abs(a - b) for key in totals[base]
                    for a, b in zip(totals[base][key], totals[tool][key])) / 100
        allowed = options.float32 * schools / len(AUTHORITIES) if tool == "openfisca" else 0
        if worst > allowed:
            print(f"{tool}: an authority's total differs by £{worst:,.2f}", file=sys.stderr)
            return 1
        if tool == "openfisca":
            print(f"openfisca: float32; the largest difference of an authority's total: £{worst:,.2f}")
    own, national = (sum(pair[i] for pair in totals[base].values()) / 100 for i in (0, 1))
    print(f"{options.pupils}: {os.path.getsize(options.pupils):,} bytes. Totals £{own:,.2f} and "
          f"£{national:,.2f} by all that work in whole numbers. {options.threads} threads.")
    print(f"{'tool':<11}{'version':<10}{'end to end s':>13}{'ratio':>7}{'load s':>9}"
          f"{'rows ms':>10}{'ratio':>8}{'counts ms':>11}{'ratio':>7}{'plan ms':>10}")
    first = {k: min(v) for k, v in times[base].items()}
    for tool in tools:
        t = times[tool]
        end = statistics.median(t["process"])
        line = (f"{tool:<11}{version(tool):<10}{end:>13.3f}"
                f"{end / statistics.median(times[base]['process']):>7.1f}"
                f"{statistics.median(t['load']):>9.3f}")
        for key, width in (("rows", 8), ("counts", 7)):
            line += (f"{min(t[key]) * 1e3:>{width + 2 + (key == 'counts') * 2}.2f}"
                     f"{min(t[key]) / first[key]:>{width}.0f}" if key in t
                     else " " * (2 * width + 2 + (key == 'counts') * 2))
        if "plan" in t:
            line += f"{min(t['plan']) * 1e3:>10.2f}"
        print(line)
    return 1 if base in skipped else 0


if __name__ == "__main__":
    sys.exit(main())

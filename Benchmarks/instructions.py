#!/usr/bin/env python3
"""Guards the kernels by the instructions they take, which no busy machine changes.

  instructions.py KERNELS            compares with instructions.json; exit 1 where more are needed
  instructions.py KERNELS --record   writes instructions.json anew (commit it, and say why)

KERNELS is the release program `kernels`. valgrind's callgrind counts its instructions inside each
stage of a fixed piece of work, on one thread. A stage that takes more than the tolerance above what
is recorded fails; one that takes less by more than the tolerance asks to be recorded, so that the
gain is not lost again unseen. Numbers of another version of Swift or another kind of processor say
nothing: then this says so and passes.
"""
import argparse, datetime, json, os, platform, re, shutil, subprocess, sys, tempfile

STAGES = ["formulas", "counting", "writing", "packing", "planning", "evaluating", "running",
          "reporting"]
RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.json")
COMMAND = "Benchmarks/instructions.py \"$(swift build --package-path Benchmarks -c release --show-bin-path)/kernels\" --record"


def swift_version():
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version (\S+)", said)
    return found.group(1) if found else "unknown"


def counted(kernels):
    """The instructions of each stage, in order."""
    with tempfile.TemporaryDirectory() as scratch:
        # Older valgrinds give up on the compiler's debug information; names of functions are enough.
        bare = os.path.join(scratch, "kernels")
        subprocess.run(["strip", "--strip-debug", "-o", bare, kernels], check=True)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--dump-before=*stageBegins*",
             "--dump-before=*stageEnds*", f"--callgrind-out-file={scratch}/out", bare],
            # Hashing that differs from run to run would count differently.
            env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"), capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"the kernels failed under callgrind: {done.stderr.strip()[-600:]}")
        # One file for what comes before a stage, one for the stage, and so on; one for the rest.
        found = len([name for name in os.listdir(scratch) if name.startswith("out.")])
        if found != 2 * len(STAGES):
            sys.exit(f"callgrind noted {found / 2:g} stages, not {len(STAGES)}: is a stage inlined, or "
                     "missing in STAGES?")
        totals = []
        for number in range(2, found + 1, 2):
            with open(f"{scratch}/out.{number}", encoding="utf-8") as file:
                totals.append(int(re.search(r"^(?:summary|totals): (\d+)", file.read(), re.M)[1]))
        return dict(zip(STAGES, totals))


def compared(now, record):
    """A line a stage, and whether any takes too many instructions."""
    tolerance, failed, lowered = record["tolerance"], False, False
    print(f"{'stage':<12}{'recorded':>15}{'now':>15}{'change':>9}")
    for stage in STAGES:
        before = record["stages"].get(stage)
        if before is None:
            failed = True
            print(f"{stage:<12}{'none':>15}{now[stage]:>15,}  NOT RECORDED")
            continue
        change = now[stage] / before - 1
        word = "  MORE" if change > tolerance else "  less: record it" if change < -tolerance else ""
        failed, lowered = failed or change > tolerance, lowered or change < -tolerance
        print(f"{stage:<12}{before:>15,}{now[stage]:>15,}{change:>+9.2%}{word}")
    if failed:
        print(f"More instructions than {record['date']} by over {tolerance:.0%}. Find out why; if it "
              f"is worth it, record it and say so in the commit:\n  {COMMAND}")
    elif lowered:
        print(f"Fewer instructions: keep the gain by recording it:\n  {COMMAND}")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kernels")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    here = {"swift": swift_version(), "processor": platform.machine()}
    for tool in ("valgrind", "strip"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not here")
            return 0
    if options.record:
        record = {**here, "date": datetime.date.today().isoformat(), "tolerance": 0.03,
                  "stages": counted(options.kernels)}
        with open(RECORD, "w", encoding="utf-8") as file:
            file.write(json.dumps(record, indent=2) + "\n")
        print(f"recorded in {RECORD}")
        return 0
    with open(RECORD, encoding="utf-8") as file:
        record = json.load(file)
    for key, value in here.items():
        if value != record[key]:
            print(f"skipped: recorded with {key} {record[key]}, and here it is {value}; record anew:"
                  f"\n  {COMMAND}")
            return 0
    return 1 if compared(counted(options.kernels), record) else 0


if __name__ == "__main__":
    sys.exit(main())

"""Reads the workbook of a results folder back and holds every cell against the CSV files.

    python3 Tests/read-workbook.py FOLDER

FOLDER is what `cyllido run … --format csv,xlsx --out FOLDER` wrote. Needs openpyxl. Exit status 1
where anything differs. A cell that shows [c] is kept back in the workbook: it is counted, and must be
named in its row's column `hidden`; where the CSV is kept back too it must be blank there.
"""
import csv
import decimal
import pathlib
import re
import sys
import zipfile

import openpyxl

HIDDEN = "[c]"
GUARDED = "=+-@\t\r"


def plain(text):
    """A CSV field without the apostrophe that keeps spreadsheets from running it."""
    return text[1:] if text[:1] == "'" and text[1:2] in GUARDED and text[1:2] else text


def unescaped(text):
    """A workbook's text with `_x0007_` turned back; openpyxl has dropped `x005F_` already."""
    return re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def same(cell, field):
    """Whether a workbook's cell says what a CSV field says."""
    if cell is None:
        return field == ""
    if isinstance(cell, bool):
        return field == ("true" if cell else "false")
    if isinstance(cell, (int, float)):
        try:
            # repr gives the shortest digits that mean this number: those that were written.
            return decimal.Decimal(repr(cell)) == decimal.Decimal(field)
        except decimal.InvalidOperation:
            return False
    return cell == plain(field) or unescaped(cell) == plain(field)


def main(folder):
    books = sorted(folder.glob("*.xlsx"))
    if len(books) != 1:
        sys.exit(f"{folder}: expected one workbook, found {len(books)}")
    broken = zipfile.ZipFile(books[0]).testzip()
    if broken:
        sys.exit(f"{books[0]}: {broken} is broken")
    for part in zipfile.ZipFile(books[0]).namelist():
        if b"<f>" in zipfile.ZipFile(books[0]).read(part):
            sys.exit(f"{books[0]}: {part} holds a formula")
    book = openpyxl.load_workbook(books[0])
    tables = {}
    for sheet in book.worksheets[1:]:
        rows = list(sheet.iter_rows(values_only=True))
        key = tuple(name for name in rows[1] if name != "hidden")
        tables.setdefault((key, sheet.title.split(" (")[0]), []).append((sheet.title, rows))
    wrong, cells, kept = 0, 0, 0
    unseen = {path.name for path in folder.glob("*.csv")}
    for path in sorted(folder.glob("*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            lines = list(csv.reader(file))
        names = [name for name in lines[0] if name != "hidden"]
        found = [
            parts for (key, _), parts in tables.items()
            if list(key) == names and len(lines) - 1 == sum(len(rows) - 2 for _, rows in parts)
        ]
        best = None
        for parts in found:
            body = [(title, number, dict(zip(rows[1], row)))
                    for title, rows in parts for number, row in enumerate(rows[2:], 3)]
            errors, hidden = [], 0
            for (title, number, row), line in zip(body, lines[1:]):
                fields = dict(zip(lines[0], line))
                listed = (row.get("hidden") or "").split()
                for name in names:
                    if row[name] == HIDDEN and name in listed:
                        hidden += 1
                        if "hidden" in fields and fields[name] != "":
                            errors.append(f"{title} row {number} {name}: kept back, but in {path.name}")
                    elif not same(row[name], fields[name]):
                        errors.append(
                            f"{title} row {number} {name}: {row[name]!r}, but {fields[name]!r} in {path.name}")
            if best is None or len(errors) < len(best[0]):
                best = (errors, hidden, len(body) * len(names))
        if best is None:
            print(f"{path.name}: no sheet has its columns and rows")
            wrong += 1
            continue
        unseen.discard(path.name)
        for error in best[0][:20]:
            print(error)
        wrong += len(best[0])
        kept += best[1]
        cells += best[2]
    print(f"{books[0].name}: {cells} cells read back, {kept} of them kept back, {wrong} wrong")
    return 1 if wrong or unseen or not cells else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1])))

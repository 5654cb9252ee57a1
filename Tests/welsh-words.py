#!/usr/bin/env python3
"""Checks the spelling and the mutations of every Welsh text that a person can see.

Reads the texts written `cy:` or `case .welsh:` in the sources, the `cy` values of formulae and
scenarios, and the glossary's Welsh terms. Needs the Python package cymraeg-mcp, which carries the
hunspell dictionary cy_GB and rules for mutations. Words and phrases that are right though the
dictionary or the rules don't know them stand in welsh-exceptions.tsv, each with its reason; one that
is no longer needed is told as well, so that the list can't grow stale.

    python3 Tests/welsh-words.py
"""

import re
import sys
from pathlib import Path

import yaml
from cymraeg_mcp import paths
from cymraeg_mcp.mutations import MutationEngine
from cymraeg_mcp.spelling import lookup

ROOT = Path(__file__).resolve().parent.parent
EXCEPTIONS = ROOT / "Tests" / "welsh-exceptions.tsv"
WORD = re.compile(r"[A-Za-zÀ-ÿŴŵŶŷ]+(?:['’\-][A-Za-zÀ-ÿŴŵŶŷ]+)*'?")


def literal(text, start, inner):
    """The Swift string that begins at a quotation mark, and where it ends.

    What stands between \\( and ) becomes a mark that no word crosses; strings in there are put in inner.
    """
    out, at = [], start + 1
    while text[at] != '"':
        if text.startswith("\\(", at):
            depth, at = 1, at + 2
            while depth:
                if text[at] == '"':
                    part, at = literal(text, at, inner)
                    inner.append(part)
                    continue
                depth += {"(": 1, ")": -1}.get(text[at], 0)
                at += 1
            out.append(" | ")
        elif text[at] == "\\":
            out.append({"n": "\n", '"': '"', "'": "'"}.get(text[at + 1], " "))
            at += 2
        else:
            out.append(text[at])
            at += 1
    return "".join(out), at + 1


def expression(text, at):
    """Every string of the Swift expression or case that begins here; literals joined by + are one."""
    found, depth = [], 0
    joined = re.compile(r"\s*\+\s*")
    while at < len(text):
        if text[at] == '"':
            inner = []
            part, at = literal(text, at, inner)
            while (more := joined.match(text, at)) and text[more.end()] == '"':
                rest, at = literal(text, more.end(), inner)
                part += rest
            found += [part] + inner
            continue
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[at], 0)
        if depth < 0 or depth == 0 and (text[at] == "," or text.startswith("\n    case ", at)):
            break
        at += 1
    return [part for part in found if part.strip() and part != "cy"]


def swift_texts(path):
    """Each Welsh text of a Swift file with its line."""
    text = path.read_text(encoding="utf-8")
    # A case .welsh of the language, not of a purpose that has its words in both.
    for start in re.finditer(r"\bcy:(?! String)|\bcase \.welsh:(?!.*\ben: )|\bwelsh:(?=\s*\")", text):
        for part in expression(text, start.end()):
            yield text.count("\n", 0, start.start()) + 1, part
    for span in re.finditer(r'lang="cy"[^>]*>([^<{]+)<', text):
        yield text.count("\n", 0, span.start()) + 1, span.group(1)


def yaml_texts(path):
    """Each value called `cy` of a YAML file with its line."""

    def walk(node):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == "cy" and isinstance(value, yaml.ScalarNode):
                    yield value.start_mark.line + 1, value.value
                yield from walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from walk(item)

    root = yaml.compose(path.read_text(encoding="utf-8"))
    yield from walk(root) if root else ()


def glossary_texts(path):
    """Each term of the glossary's second column with its line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("|")
        if len(cells) > 6 and cells[2].strip() not in ("Cymraeg", "---"):
            yield number, cells[2].replace("(?)", "")


def texts():
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        for line, text in swift_texts(path):
            yield path, line, text
    for folder in ("formulas", "scenarios"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            for line, text in yaml_texts(path):
                yield path, line, text
    path = ROOT / "docs" / "glossary.md"
    for line, text in glossary_texts(path):
        yield path, line, text


def main():
    known = {}
    for number, line in enumerate(EXCEPTIONS.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        word, _, reason = line.partition("\t")
        if not reason.strip():
            sys.exit(f"{EXCEPTIONS.name}:{number}: '{word}' has no reason")
        known[word] = False
    engine = MutationEngine(paths.mutation_rules_path(), lookup)
    wrong, count = 0, 0

    def excepted(word):
        if word in known:
            known[word] = True
            return True
        return False

    for path, line, text in texts():
        count += 1
        plain = re.sub(r"https?://\S+|--[a-z-]+|[\w./-]+\.(?:csv|json|yaml|html|xlsx|md)\b|'[a-z_.]+'|`[^`]*`",
                       " | ", text.replace("’", "'"))
        place = f"{path.relative_to(ROOT)}:{line}"
        for match in WORD.finditer(plain):
            word = match.group()
            if "_" in plain[max(0, match.start() - 1):match.end() + 1] or len(word) < 2:
                continue
            forms = [word, word.rstrip("'"), word.lower(), word.rstrip("'").lower()]
            if any(lookup(form) for form in forms) or any(excepted(form) for form in forms):
                continue
            if all(lookup(p) or lookup(p.lower()) or excepted(p) or excepted(p.lower())
                   for p in re.split(r"['\-]", word) if len(p) > 1):
                continue
            wrong += 1
            print(f"{place}: '{word}' is not in the dictionary: {text.strip()[:90]}")
        for part in plain.split("|"):
            for finding in engine.check_text(part):
                phrase = f"{finding.trigger} {finding.word}".lower()
                if excepted(phrase):
                    continue
                wrong += 1
                print(f"{place}: {finding.explanation} ({part.strip()[:90]})")
    for word, used in known.items():
        if not used:
            wrong += 1
            print(f"{EXCEPTIONS.name}: '{word}' is no longer needed")
    print(f"{count} Welsh texts checked, {wrong} to look at")
    sys.exit(1 if wrong else 0)


main()

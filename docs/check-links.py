#!/usr/bin/env python3
"""Checks that what the documentation names exists.

usage: check-links.py

Looked at: every .md of docs and docs/adr, CHANGELOG.md, and each README of the project. Code blocks are left out. Checked:
- every relative link, and the heading it leads to where it has a #anchor;
- every `path` in code font that begins with a folder of the project (Sources/, Tests/, Rules/, Fixtures/, docs/);
  a path with * must match something;
- every file of Sources/OriginDetermination/Articles stands in docs/treaty-map.md;
- every D number cited in Sources or docs has its section in docs/interpretation.md and its row in
  docs/interpretation.zh.md.
Each fault is printed as file:line: what. Exit status: 0 none, 1 any.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
FOLDERS = ("Sources/", "Tests/", "Rules/", "Fixtures/", "docs/")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")
DECISION = re.compile(r"\bD([1-9][0-9]?)\b")
PLACEHOLDER = re.compile(r"[<>{}…]|NN")


def pages():
    found = sorted(ROOT.glob("docs/*.md")) + sorted(ROOT.glob("docs/adr/*.md"))
    others = [ROOT / "CHANGELOG.md", *ROOT.glob("README*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("*/*/README.md")]
    return found + sorted(page for page in set(others) - set(found) if page.exists())


def lines(page):
    """Number and text of each line outside fenced code blocks."""
    fenced = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, line


def anchors(page):
    """Anchors of the headings, made as the usual renderers make them."""
    headings = (line.lstrip("#").strip() for _, line in lines(page) if re.match(r"#{1,6} ", line))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def link_fault(page, target):
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return None
    name, _, anchor = target.partition("#")
    path = page.parent / name if name else page
    if not path.exists():
        return f"no such file: {target}"
    if anchor and path.suffix == ".md" and anchor not in anchors(path):
        return f"no such heading: {target}"
    return None


def path_fault(text):
    if not text.startswith(FOLDERS) or " " in text or PLACEHOLDER.search(text):
        return None
    exists = any(ROOT.glob(text)) if "*" in text else (ROOT / text).exists()
    return None if exists else f"no such path: {text}"


def page_faults(page):
    for number, line in lines(page):
        found = [link_fault(page, target) for target in LINK.findall(line)]
        found += [path_fault(text) for text in CODE.findall(line)]
        for fault in filter(None, found):
            yield f"{page.relative_to(ROOT)}:{number}: {fault}"


def article_faults():
    named = (ROOT / "docs/treaty-map.md").read_text(encoding="utf-8")
    for source in sorted(ROOT.glob("Sources/OriginDetermination/Articles/*.swift")):
        path = str(source.relative_to(ROOT))
        if f"`{path}`" not in named:
            yield f"docs/treaty-map.md:1: not named: {path}"


def decision_faults():
    english = (ROOT / "docs/interpretation.md").read_text(encoding="utf-8")
    chinese = (ROOT / "docs/interpretation.zh.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^## D(\d+)\b", english, re.M))
    summarised = set(re.findall(r"^\| D(\d+) \|", chinese, re.M))
    for number in sorted(explained ^ summarised, key=int):
        yield f"docs/interpretation.md:1: D{number} does not stand in both languages"
    for source in pages() + sorted(ROOT.glob("Sources/**/*.swift")):
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            for decision in DECISION.findall(line):
                if decision not in explained:
                    yield f"{source.relative_to(ROOT)}:{number}: D{decision} is not explained"


def main():
    faults = [fault for page in pages() for fault in page_faults(page)]
    faults += list(article_faults()) + list(decision_faults())
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

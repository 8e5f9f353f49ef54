#!/usr/bin/env python3
"""Compares the text of leaflets with their articles: everything that an article says stands in its PDF, in order.

    printed.py F.pdf…

Beside F.pdf, or F.tri-fold.pdf, stands F.json, which tells what must be there. The text comes from poppler's `pdftotext`, in the
order of the page's content, which is that of reading. Between two paragraphs there may be more (labels, heads and feet of pages,
notes); inside one only what a leaflet adds: numbers of notes, abbreviations explained, the end of one page and the head of the
next. Notes stand at the foot of some page. White space does not count, because lines end elsewhere. Prints for each file a line
"PASS" or "FAIL", "text", path, with tabs between, and below a FAIL what is missing, indented.
"""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

SUBSTITUTE = "□"
# How much may stand between two paragraphs: a page's foot with its notes, the next one's head, a label.
GAP = 6000
# The same inside a paragraph that goes on on the next page, and the longest explanation of an abbreviation.
HEAD, EXPLANATION = 400, 160
KEY = 8


def article_beside(pdf):
    """The JSON of the article that a PDF was made of: of `a.b.pdf`, `a.b.json` or else `a.json`."""
    name = pdf.name.removesuffix(".pdf")
    while name:
        article = pdf.with_name(f"{name}.json")
        if article.is_file():
            return article
        name = name.rpartition(".")[0]
    return None


def bare(text):
    """Characters that are printed: no white space, no marks of direction, no soft hyphens; ligatures taken apart."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and not invisible(c))


def invisible(c):
    return unicodedata.category(c) in ("Cf", "Cc") or "\ufe00" <= c <= "\ufe0f" or c in "\u034f\u180b\u180c\u180d\u180f"


# ---- what an article says, as JSON has it


def inlines(nodes):
    parts = []
    for node in nodes or ():
        kind = node["kind"]
        if kind in ("text", "code"):
            parts.append(node["text"])
        elif kind in ("softBreak", "lineBreak", "soft-break", "line-break"):
            parts.append(" ")
        elif kind != "image":
            parts.append(inlines(node.get("content")))
    return "".join(parts)


def blocks(nodes):
    """The paragraphs of some blocks, in the order in which they are printed."""
    for node in nodes or ():
        kind = node["kind"]
        if kind == "comment":
            continue
        if kind in ("paragraph", "heading"):
            yield inlines(node["content"])
        elif kind == "code":
            yield node["text"]
        elif kind == "table":
            yield inlines(node.get("caption"))
            for row in [node["head"], *node["rows"]]:
                for cell in row["cells"]:
                    yield inlines(cell["content"])
        elif kind == "figure":
            yield inlines(node.get("caption"))
        elif kind in ("definitionList", "definition-list"):
            for item in node["items"]:
                yield inlines(item["term"])
                for definition in item["definitions"]:
                    yield from blocks(definition)
        elif kind in ("readingList", "reading-list"):
            for entry in node["entries"]:
                if entry.get("showIn") != "web":
                    yield inlines(entry["content"])
        else:
            yield inlines(node.get("summary"))
            for item in node.get("items", ()):
                yield from blocks(item["content"])
            yield from blocks(node.get("content"))


def sections(nodes):
    for section in nodes or ():
        yield inlines(section["heading"])
        yield from blocks(section.get("content"))
        yield from sections(section.get("sections"))


def in_order(article):
    yield article["metadata"]["title"]
    yield article["metadata"].get("subtitle", "")
    yield from blocks(article.get("lead"))
    yield from sections(article.get("sections"))


def anywhere(article):
    for note in article.get("footnotes", ()):
        yield from blocks(note["content"])


# ---- where it is


class Printed:
    def __init__(self, pages):
        self.pages = pages

    def find(self, text, start):
        """Where `text` ends, if it begins at or after `start`, which is a page and a place on it."""
        page, place = start
        skipped = 0
        while page < len(self.pages) and skipped <= GAP:
            # On one page where that can be; a word of the text may begin anything.
            for across in (False, True):
                for at in self.beginnings(text, page, place):
                    end = self.follow(text, page, at, across)
                    if end:
                        return end
            skipped += len(self.pages[page]) - place
            page, place = page + 1, 0
        return None

    def beginnings(self, text, page, place):
        printed = self.pages[page]
        for at in range(place, len(printed)):
            if printed[at] == text[0] or printed[at] == SUBSTITUTE:
                yield at

    def follow(self, text, page, at, across):
        done = 0
        while done < len(text):
            printed = self.pages[page]
            if at < len(printed) and printed[at] == text[done]:
                at, done = at + 1, done + 1
                continue
            if at < len(printed) and printed[at] == SUBSTITUTE:
                # It stands for one character or for a whole word.
                rest = printed[at + 1 : at + 3]
                ends = [n for n in range(done + 1, len(text) + 1) if text[n:].startswith(rest[: len(text) - n])]
                if not ends:
                    return None
                at, done = at + 1, ends[0]
                continue
            if done == 0:
                return None
            key = text[done : done + KEY]
            limit = at + (EXPLANATION if printed[at : at + 1] == "(" else 3 + len(key))
            found = printed.find(key, at, limit + len(key))
            if found >= 0:
                at = found
                continue
            if not across or page + 1 == len(self.pages):
                return None
            found = self.pages[page + 1].find(key, 0, HEAD)
            if found < 0:
                return None
            page, at = page + 1, found
        return page, at


def missing(pdf):
    article = article_beside(pdf)
    article = article and json.loads(article.read_text(encoding="utf-8"))
    if not isinstance(article, dict):
        return ["there is no article beside it to compare it with"]
    run = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, encoding="utf-8", errors="replace")
    if run.returncode:
        return run.stderr.splitlines()
    printed = Printed([bare(page) for page in run.stdout.split("\f")])
    lost = ["a soft hyphen stands in the text"] if "\u00ad" in run.stdout else []
    place = (0, 0)
    for text in filter(None, map(bare, in_order(article))):
        end = printed.find(text, place)
        if end:
            place = end
        else:
            lost.append(f"not after page {place[0] + 1}, place {place[1]}: {text[:80]}")
    for text in filter(None, map(bare, anywhere(article))):
        if not any(printed.find(text, (page, 0)) for page in range(len(printed.pages))):
            lost.append(f"nowhere: {text[:80]}")
    return lost


def main(paths):
    good = bool(paths)
    for path in paths:
        lost = missing(Path(path))
        good &= not lost
        print("FAIL" if lost else "PASS", "text", path, sep="\t")
        for line in lost:
            print(f"    {line}")
    return good


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(0 if main(sys.argv[1:]) else 1)

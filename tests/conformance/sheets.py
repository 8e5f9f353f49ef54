#!/usr/bin/env python3
"""Measures sheets for the printer: boxes to a tenth of a millimetre, sides in pairs, text that stays text.

    sheets.py F.sheets.pdf…

After trimming each side is A4 on its long edge. Without marks all boxes are that; with marks the bleed reaches 3 mm beyond it, and
the paper farther. A file whose name has "mono" in its folder or its name may draw nothing but black and grey. Prints for each file
a line "PASS" or "FAIL", "sheets", path, with tabs between, and below a FAIL what is wrong, indented.
"""

import re
import subprocess
import sys
from pathlib import Path

MM = 72 / 25.4
TOLERANCE = 0.1
A4 = (297, 210)
BLEED = 3
# How colours other than grey are named in a PDF that qpdf has taken apart.
COLOUR = re.compile(rb"/(DeviceRGB|DeviceCMYK|CalRGB|ICCBased)\b|(?:[\d.]+ ){3,4}(rg|RG|k|K)\s")


def boxes(file):
    told = call(["pdfinfo", "-box", "-f", "1", "-l", "9999", file]).decode("utf-8", "replace")
    pages = {}
    for page, box, numbers in re.findall(r"^Page\s+(\d+) (\w+Box):((?:\s+-?[\d.]+){4})", told, re.M):
        pages.setdefault(int(page), {})[box] = [float(number) / MM for number in numbers.split()]
    return pages


def near(one, two):
    return abs(one - two) <= TOLERANCE


def side(number, box):
    media, crop, bleed, trim = (box.get(name) for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox"))
    if not (media and crop and bleed and trim):
        return [f"side {number} lacks a box"]
    wrong = []
    size = (trim[2] - trim[0], trim[3] - trim[1])
    if not (near(size[0], A4[0]) and near(size[1], A4[1])):
        wrong.append(f"side {number} is {size[0]:.1f} × {size[1]:.1f} mm after trimming, not 297 × 210")
    beyond = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
    room = [bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3]]
    bare = all(near(mm, 0) for mm in beyond + room)
    marked = all(near(mm, BLEED) for mm in beyond) and all(mm > 1 for mm in room)
    if not bare and not marked:
        wrong.append(f"side {number} bleeds by {beyond} mm, in paper that is {room} mm larger")
    if any(not near(one, two) for one, two in zip(media, crop)):
        wrong.append(f"side {number} is shown cropped")
    return wrong


def judge(file):
    pages = boxes(file)
    wrong = [problem for number, box in sorted(pages.items()) for problem in side(number, box)]
    if not pages or len(pages) % 2:
        wrong.append(f"{len(pages)} sides do not make whole sheets")
    if len(call(["pdftotext", file, "-"]).split()) < 20:
        wrong.append("the text is no text any more")
    if "mono" in "/".join(file.parts[-2:]):
        found = COLOUR.search(call(["qpdf", "--qdf", "--object-streams=disable", file, "-"]))
        if found:
            wrong.append(f"black only, and yet there is {found.group().strip().decode()}")
    return wrong


def call(arguments):
    return subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True).stdout


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    for path in sys.argv[1:]:
        problems = judge(Path(path))
        print("FAIL" if problems else "PASS", "sheets", path, sep="\t")
        for problem in problems:
            print(f"    {problem}")

"""Cut BIZ UDPGothic down to what a Japanese or English scenario can need, and write it beside this script.

Run it from the top of the checkout, when the font or the set of characters changes; the game never runs it.
It needs fontTools, which the project does not depend on otherwise, and Debian's package of the font:

    sudo apt-get install fonts-morisawa-bizud-gothic
    python3 -m venv fonts-venv && fonts-venv/bin/pip install fonttools
    fonts-venv/bin/python assets/fonts/make_subset.py [FOLDER_OF_THE_ORIGINALS]

The same input gives the same bytes. Dropped are characters outside the set, vertical setting and alternate
forms. Hinting stays, at 0.6 MB a face: without it FreeType hints by guess, and at 15 pixels the strokes of
dense kanji come out unevenly dark.
The font reserves no name (see OFL.txt), so the subset may keep the one it has.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ORIGINALS = Path("/usr/share/fonts/truetype/bizud-gothic")
FACES = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")

# Unicode blocks kept whole, as far as the font has them: first and last code point, and why.
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1: ¥ £ § © and the accents of Western Europe
    (0x0100, 0x017F),  # Latin Extended-A: names from Central Europe, ō and ū of romanised Japanese
    (0x02C6, 0x02DD),  # spacing accents
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic, as in CP932
    (0x2010, 0x205E),  # dashes, quotes, ellipsis, ※, ‼
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # €, ₩ and other currencies
    (0x2100, 0x214F),  # № ™ ℃
    (0x2150, 0x218F),  # fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # circled digits and letters
    (0x2500, 0x25FF),  # box drawing, blocks, geometric shapes
    (0x2600, 0x266F),  # ★ ☆ ♪
    (0x2701, 0x27BF),  # ✓ and its relatives, ❶
    (0x3000, 0x30FF),  # CJK punctuation, hiragana, katakana
    (0x3220, 0x32FF),  # ㈱ ㊤ ㋿
    (0x3300, 0x33FF),  # ㎡ ㌔
    (0xFF01, 0xFFEE),  # half-width and full-width forms
)

USER_DEFINED = range(0xE000, 0xF900)


def cp932_characters() -> set[int]:
    """Return the code points of CP932's double-byte characters, the vendors' kanji (髙, 﨑) among them.

    The user-defined area is left out: it has no characters of its own.
    """
    found = set()
    for lead in (*range(0x81, 0xA0), *range(0xE0, 0xFD)):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD)):
            try:
                found.add(ord(bytes((lead, trail)).decode("cp932")))
            except UnicodeDecodeError:
                continue
    return found.difference(USER_DEFINED)


def wanted() -> set[int]:
    """Return the code points the subset is asked to keep; those the font lacks are passed over."""
    return cp932_characters().union(*(range(first, last + 1) for first, last in BLOCKS))


def make(original: Path, target: Path) -> int:
    """Write the subset of one face and return how many characters it has.

    Raises:
        SystemExit: the original lacks a character of CP932, so it is not the font this game was set in.
    """
    options = subset.Options(
        hinting=True,
        layout_features=["ccmp"],  # accents and 半濁点 put together; all others are choices nobody makes here
        drop_tables=["DSIG", "meta", "vhea", "vmtx"],
        name_IDs=["*"],  # the copyright and licence lines must stay readable in the file
        name_languages=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = TTFont(original, recalcTimestamp=False)
    missing = cp932_characters() - set(font.getBestCmap())
    if missing:
        raise SystemExit(f"{original.name} lacks {len(missing)} characters of CP932.")
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)
    font.save(target)
    return len(font.getBestCmap())


def main() -> None:
    """Make both faces from the folder named on the command line, or from Debian's."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ORIGINALS
    for face in FACES:
        original = folder / face
        if not original.is_file():
            raise SystemExit(f"No {face} in {folder}. On Debian: apt-get install fonts-morisawa-bizud-gothic")
        target = Path(__file__).parent / face
        kept = make(original, target)
        print(f"{target.name}: {kept} characters, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

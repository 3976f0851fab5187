import polib
import pytest

from game.format.words import Words
from game.library import Library


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "home")


@pytest.fixture
def english():
    return Words("en", {})


@pytest.fixture
def japanese(library):
    return library.words("ja")


TALK = """\
format: 1
id: small-talk
language: ja
title: 初回の訪問
level: beginner
minutes: 5
teaches: [promise]
summary: 短い訪問。
begins: 2026-03-03 10:20
customer: {name: 田辺 由紀, role: 総務課長, company: 丸和商店}
offer: {product: 勤怠管理クラウド, price: 1200000, per: year, currency: JPY}
opening_credit: 0
promises:
  checklist: {text: 金曜までに一覧を送る, due: friday, size: small}
start: hello
scenes:
  hello:
    phase: approach
    lines:
      - customer: こんにちは。
    choices:
      - id: promise
        say: 金曜までに一覧をお送りします。
        does: [{promise: checklist}]
        goto: week_end
      - id: silent
        say: また伺います。
        goto: bye
  week_end:
    after: 2 days
    lines:
      - narrator: 木曜の夜。
    choices:
      - id: send
        say: お約束の一覧です。
        does: [{keep: checklist}]
        goto: bye
      - id: wait
        act: 何も送らない。
        goto: bye
  bye:
    ending: {deal: open}
    lines:
      - customer: では、また。
"""

OTHER = TALK.replace("id: small-talk", "id: other-talk").replace("title: 初回の訪問", "title: 二度目の訪問")
BROKEN = TALK.replace("goto: week_end", "goto: nowhere").replace("id: small-talk", "id: broken-talk")

TITLE_IN_ENGLISH = "A first visit"


@pytest.fixture
def shelf(library, tmp_path):
    """A library whose shipped scenarios are a folder of this test: one with a catalog, one broken."""
    library.shipped = tmp_path / "shipped"
    library.shipped.mkdir()
    (library.shipped / "small-talk.yaml").write_text(TALK, encoding="utf-8")
    (library.shipped / "broken-talk.yaml").write_text(BROKEN, encoding="utf-8")
    library.own.mkdir(parents=True)
    (library.own / "mine.yaml").write_text(OTHER, encoding="utf-8")
    return library


@pytest.fixture
def catalog():
    """Writes a catalog in which the title alone is translated."""

    def write(file):
        entry = polib.POEntry(msgctxt="title", msgid="初回の訪問", msgstr=TITLE_IN_ENGLISH)
        translated = polib.POFile()
        translated.metadata = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
        translated.append(entry)
        translated.save(str(file))

    return write

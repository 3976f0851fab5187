# ruff: noqa: E501 - sentences are as long as they are
"""Sheets of everything that screens are made of: widgets, stamps, people, moods, places."""

from typing import get_args

import pygame

from game.core.portraits import PORTRAITS
from game.core.scenario import BANDS, MOODS, PLACES
from game.debrief.names import band_name
from game.screens.charts import Chart, Mark, draw_chart
from game.screens.desk import draw_board, draw_clip, draw_cover, draw_emblem
from game.screens.paper import Note, calendar_leaf, notebook, paper_ground, stamp
from game.screens.people.cast import face_of
from game.screens.people.moods import mood_of
from game.screens.places.light import STAGE
from game.screens.places.opposite import draw_opposite
from game.screens.stage import Screen
from game.screens.theme import GAP, SHEET
from game.screens.widgets import (
    Block,
    Column,
    State,
    button,
    choice_row,
    choice_rows,
    focus_ring,
    rule,
    set_text,
)  # fmt: skip
from tests.gallery.registry import add, state
from tests.gallery.stories import SENTENCES


class Sheet(Screen):
    """A screen that shows what a function draws."""

    def __init__(self, app, paint):
        super().__init__(app)
        self._paint = paint

    def draw(self, surface, theme):
        self._paint(surface, theme)


def sheet(booth, paint):
    """The window with such a sheet."""
    driver = booth.window()
    driver.app.show(Sheet(driver.app, lambda surface, theme: paint(driver, surface, theme)))
    return driver.round()


# ── widgets ─────────────────────────────────────────────────────────────────────────────────────


@state("widgets", texts=False, meaning=True)
def widgets_of_paper(booth):
    def paint(driver, surface, theme):
        paper_ground(surface, theme, (0, 0, *SHEET), margin=35)
        _buttons(driver, surface, theme, on_wood=False)
        rows = choice_rows(theme, [booth.text(*each) for each in SENTENCES], 64, 130, 560)
        for row, look in zip(rows, get_args(State), strict=True):
            choice_row(surface, theme, row, look, faded=look == "normal")
        rule(surface, theme, 64, 480, 560)
        column = Column(theme, (64, 500, 540, 180))
        texts = [booth.text(*each) for each in SENTENCES * 2]
        column.blocks = [Block(set_text(theme, text, 540), theme.colours.soft_ink) for text in texts]
        column.scroll(theme.px(90))
        column.draw(surface)
        words = (booth.text("三月", "March"), "4", booth.text("水曜", "Wednesday"))
        calendar_leaf(surface, theme, (700, 60, 78, 92), words)
        calendar_leaf(surface, theme, (800, 60, 200, 236), words)
        notes = [
            [Note(booth.text("田辺 由紀  総務課長", "Yuki Tanabe  General Affairs"))],
            [
                Note(
                    booth.text("確認一覧を送る", "Send the checklist"),
                    driver.backstage.words("Promise"),
                    booth.text("3月6日（金）まで", "by Fri 6 March"),
                )
            ],
        ]
        notebook(surface, theme, (1020, 60, 230), driver.backstage.words("Notebook"), notes)
        notebook(surface, theme, (1020, 300, 230), driver.backstage.words("Notebook"), notes, tilted=False)
        for number, band in enumerate(BANDS):
            centre = (760 + 116 * number, 590)
            stamp(surface, theme, centre, band_name(band, driver.backstage.words), diameter=104)
        stamp(
            surface, theme, (760, 460), band_name("partner", driver.backstage.words), diameter=104, landed=0.5
        )

    return sheet(booth, paint)


@state("widgets", texts=False, meaning=True)
def widgets_of_wood(booth):
    def paint(driver, surface, theme):
        colours = theme.colours
        _buttons(driver, surface, theme, on_wood=True)
        for number, level in enumerate(("moss", "indigo", "vermilion")):
            draw_cover(
                surface,
                theme,
                (64 + 200 * number, 120, 170, 210),
                getattr(colours, level),
                lifted=number == 1,
            )
            draw_emblem(surface, theme, (149 + 200 * number, 220), 24, colours.soft_on_wood)
            draw_clip(surface, theme, (190 + 200 * number, 100), 50)
        draw_board(surface, theme, 334, 40, 640)
        steps = [0, 3, 3, 4, 9, 17, 5, 14, 17, 9, 17, 23, 32]
        curve = tuple((float(x), float(y)) for x, y in enumerate(steps))
        better = tuple((float(x), y * 1.8) for x, y in curve)
        ticks = tuple((float(y), str(y)) for y in (0, 15, 40, 65))
        loss = Mark((6.0, 5.0), booth.text("3/18  続けて四つ尋ねた", "18 Mar  four questions in a row"))
        gain = Mark(
            (5.0, 17.0),
            booth.text("3/18  似た会社の話をした", "18 Mar  told of a firm like theirs"),
            alarming=False,
        )
        later = booth.text("九十日", "90 days")
        whole = Chart(
            curve, ticks, better, booth.text("一言変えていたら", "with one other word"), (loss,), 11.0, later
        )
        draw_chart(surface, theme, (700, 60, 520, 280), whole)
        draw_chart(surface, theme, (700, 380, 250, 150), Chart(curve, ticks, marks=(gain,)))
        draw_chart(surface, theme, (970, 380, 250, 150), Chart(curve, ticks), shown=0.5)
        draw_chart(surface, theme, (700, 550, 250, 120), Chart(((0.0, 0.0),), ticks))
        for number, name in enumerate(("paper", "card", "ink", "soft_ink", "rule", "indigo", "vermilion", "moss",
                                       "ochre", "wood", "deep_wood", "focus_ground", "due_ground", "alarm_on_wood")):  # fmt: skip
            place = (64 + 80 * (number % 7), 400 + 90 * (number // 7), 70, 70)
            surface.fill(getattr(colours, name), theme.rect(place))

    return sheet(booth, paint)


def _buttons(driver, surface, theme, *, on_wood):
    """A button in every state."""
    words = driver.backstage.words
    left = 64.0
    for main in (True, False):
        for look in ("normal", "focused", "pressed"):
            rect = (left, 50.0, 92.0, 38.0)
            button(surface, theme, rect, words("Settings"), state=look, main=main, on_wood=on_wood)
            left += 104
    if not on_wood:
        focus_ring(surface, theme, (64, 104, 560, 4))


# ── people and places, in tiles ─────────────────────────────────────────────────────────────────


def _tiles(surface, theme, drawings, columns):
    """Drawings of the left half of a talk, made smaller, side by side."""
    rows = -(-len(drawings) // columns)
    wide, tall = (SHEET[0] - GAP * (columns + 1)) / columns, (SHEET[1] - GAP * (rows + 1)) / rows
    share = min(wide / STAGE[0], tall / STAGE[1])
    small = theme.enlarged(share)
    left = (SHEET[0] - columns * (STAGE[0] * share + GAP) + GAP) / 2
    for number, paint in enumerate(drawings):
        tile = pygame.Surface((small.px(STAGE[0]), small.px(STAGE[1])))
        paint(tile, small)
        x = left + (number % columns) * (STAGE[0] * share + GAP)
        y = GAP + (number // columns) * (STAGE[1] * share + GAP)
        surface.blit(tile, theme.at(x, y))


def _person(portrait, mood, place="meeting_room", hour=10.5):
    return lambda tile, small: draw_opposite(tile, small, place, hour, face_of(portrait), mood_of(mood))


@state("people", texts=False)
def people_all(booth):
    drawings = [_person(each, "neutral") for each in PORTRAITS]
    return sheet(booth, lambda _, surface, theme: _tiles(surface, theme, drawings, 8))


for _portrait in ("tanabe", "kuroda", "endo", "santos"):

    def _moods(booth, portrait=_portrait):
        drawings = [_person(portrait, mood) for mood in MOODS]
        return sheet(booth, lambda _, surface, theme: _tiles(surface, theme, drawings, 5))

    add("people", f"moods-of-{_portrait}", _moods, texts=False)


@state("places", texts=False)
def places_by_day_and_night(booth):
    drawings = [_person("tanabe", "neutral", place, hour) for hour in (10.5, 20.0) for place in PLACES]
    return sheet(booth, lambda _, surface, theme: _tiles(surface, theme, drawings, 6))


@state("places", texts=False)
def places_at_dawn_noon_and_dusk(booth):
    drawings = [
        lambda tile, small, place=place, hour=hour: draw_opposite(
            tile, small, place, hour, None, mood_of(None)
        )
        for hour in (6.0, 12.5, 18.0)
        for place in ("meeting_room", "office", "street", "shop", "clinic", "warehouse")
    ]
    return sheet(booth, lambda _, surface, theme: _tiles(surface, theme, drawings, 6))

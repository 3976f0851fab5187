"""The map: nothing on it lies on anything else, widths are shares, and it can be read on A3."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations, groupby
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.exact import analyse
from game.analysis.flows import flows
from game.authoring import map_sheet as sheets
from game.authoring.map_sheet import A3, FLOW, LEAST_FLOW
from game.authoring.map_svg import MapWords, colour_of, map_svg, regret_told, shortened, width_of
from game.authoring.story_map import story_map
from game.core.game import Game
from game.format.words import Words
from tests.analysis.once import analysed
from tests.authoring.stories import BOOK, END, ROOT, TOP, reading, scene, story

FILES = [
    *sorted((ROOT / "scenarios").glob("*.yaml")),
    ROOT / "assets/templates/new.ja.yaml",
    ROOT / "tests/data/sample.yaml",
]
SVG = "{http://www.w3.org/2000/svg}"


def chain(length, choices=4, seed=0):
    """A story of so many scenes, mostly one after another, with ways that skip some."""
    chance = Random(seed)
    names = [f"s{n}" for n in range(length - 1)] + ["end"]
    scenes = []
    for at, name in enumerate(names[:-1]):
        ways = [
            names[min(length - 1, at + 1 + (chance.random() < 0.25) * chance.randint(1, 4))]
            for _ in range(choices)
        ]
        ways[0] = names[at + 1]
        scenes.append(
            scene(name, *(f"does: [{{inform: {name}{n}}}]; goto: {to}" for n, to in enumerate(ways)))
        )
    return story(*scenes, END, top=TOP.replace("start: one", "start: s0"))


def mapped(text):
    scenario = reading(text.replace("{id}", "new")).scenario
    assert scenario is not None
    game = Game(scenario, BOOK)
    found = flows(game, analyse(game, budget=20_000, samples=2_000))
    return scenario, found, story_map(scenario, found)


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def shipped(request):
    game, analysis = analysed(request.param)
    found = flows(game, analysis)
    return game.scenario, found, story_map(game.scenario, found)


def overlap(one, other):
    return (
        one.x < other.x + other.width - 0.01 and other.x < one.x + one.width - 0.01
        and one.y < other.y + other.height - 0.01 and other.y < one.y + one.height - 0.01
    )  # fmt: skip


def well_drawn(scenario, found, sheet):
    assert sorted(box.scene for box in sheet.boxes) == sorted(one.id for one in scenario.scenes)
    solid = [*sheet.boxes, *sheet.lanes]
    for one in solid:
        assert one.x >= sheets.MARGIN
        assert one.x + one.width <= sheet.width - sheets.MARGIN + 0.01
        assert one.y >= sheets.HEAD
        assert one.y + one.height <= sheet.height - sheets.MARGIN + 0.01
    for one, other in combinations(solid, 2):
        assert not overlap(one, other), (one, other)
    place = {box.scene: box for box in sheet.boxes}
    for flow in found:
        for choice in flow.choices:
            drawn = [way for way in sheet.ways if way.choice == f"{flow.scene}.{choice.choice}"]
            leaving = {to: share for to, share in choice.to.items() if to != flow.scene}
            assert len(drawn) == len(leaving)
            for way in drawn:
                assert way.width == pytest.approx(max(LEAST_FLOW, FLOW * leaving[way.to]))
                assert way.y0 == pytest.approx(place[flow.scene].y + place[flow.scene].height)
                assert place[flow.scene].x - 0.01 <= way.x0 - way.width / 2
                assert way.x0 + way.width / 2 <= place[flow.scene].x + place[flow.scene].width + 0.01
                assert way.y1 > way.y0
    for way in sheet.ways:  # each arrives where something begins
        assert any(
            one.y == pytest.approx(way.y1) and one.x - 0.1 <= way.x1 <= one.x + one.width + 0.1
            for one in solid
        )


def test_what_is_shipped_is_well_drawn_on_a3(shipped):
    scenario, found, sheet = shipped
    well_drawn(scenario, found, sheet)
    assert (sheet.width, sheet.height) == A3


@pytest.mark.parametrize("length", [1, 2, 7, 14, 25])
def test_up_to_25_scenes_of_four_choices_fit_on_a3(length):
    scenario, found, sheet = mapped(
        chain(length) if length > 1 else story(END, top=TOP.replace("one", "end"))
    )
    well_drawn(scenario, found, sheet)
    assert (sheet.width, sheet.height) == A3
    assert sheets.TEXT >= 7


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 60), st.integers(1, 5), st.integers(0, 10**6))
def test_any_story_is_well_drawn(length, choices, seed):
    well_drawn(*mapped(chain(length, choices, seed)))


def test_many_scenes_side_by_side_stand_below_each_other():
    ways = [f"w{n}" for n in range(9)]
    text = story(
        scene("one", *(f"goto: {name}" for name in ways)), *(scene(name, "goto: end") for name in ways), END
    )
    well_drawn(*mapped(text))


def number(element, key):
    return float(element.attrib[key])


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_picture_is_whole_and_its_texts_stay_in_their_boxes(shipped, lang):
    scenario, found, sheet = shipped
    words = Words(lang)
    told = MapWords(words, lambda day: f"{day.month}/{day.day}", str)
    picture = ET.fromstring(map_svg(scenario, found, sheet, told))
    assert picture.tag == f"{SVG}svg"
    sizes = [number(text, "font-size") for text in picture.iter(f"{SVG}text")]
    assert min(sizes) >= 7
    boxes = [group for group in picture.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
    assert len(boxes) == len(scenario.scenes)
    for group in boxes:
        rect = next(group.iter(f"{SVG}rect"))
        left, wide, top, tall = (number(rect, key) for key in ("x", "width", "y", "height"))
        for text in group.iter(f"{SVG}text"):
            size, x, y = (number(text, key) for key in ("font-size", "x", "y"))
            used = width_of(text.text or "", size)
            begin = x - used if text.get("text-anchor") == "end" else x
            assert left <= begin
            assert begin + used <= left + wide
            assert top < y - size * 0.8
            assert y < top + tall


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_text_of_the_picture_lies_on_another(shipped, lang):
    scenario, found, sheet = shipped
    told = MapWords(Words(lang), lambda day: f"{day.month}/{day.day}", str)
    picture = ET.fromstring(map_svg(scenario, found, sheet, told))
    upright = [group for group in picture if "rotate" not in group.get("transform", "")]
    spans = []
    for text in (each for group in upright for each in group.iter(f"{SVG}text")):
        size, x, y = (number(text, key) for key in ("font-size", "x", "y"))
        used = width_of(text.text or "", size)
        part = {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        spans.append((x - used * part, x + used * (1 - part), y - size * 0.8, y, text.text))
    for one, other in combinations(spans, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, (one[4], other[4])


def test_many_ways_over_the_end_of_a_column_have_numbers_that_are_named_there():
    scenario, found, sheet = mapped(chain(26, 5, 3))
    rows = groupby((lane for lane in sheet.lanes if lane.fold), key=lambda lane: lane.y)
    ends = [[lane.to for lane in row] for _, row in rows]
    assert ends[::2] == ends[1::2], "what leaves a column comes into the next"
    assert any(len(row) > 1 for row in ends), "some way passes more than a row"
    picture = map_svg(scenario, found, sheet, MapWords(Words("en"), str, str))
    for row in ends[::2]:
        named = [f"{at} → {to}" for at, to in enumerate(row, 1)] if len(row) > 1 else [f"→ {row[0]}"]
        assert all(name in picture for name in named)


def test_nothing_a_scenario_says_becomes_part_of_the_picture():
    bad = '"</text><script>alert(1)</script>&<!--"'
    text = story(scene("one", f"say: {bad}; goto: end"), END).replace("title: 小さな話", f"title: {bad}")
    scenario, found, sheet = mapped(text)
    picture = map_svg(scenario, found, sheet, MapWords(Words("en"), str, str))
    assert "<script" not in picture
    assert ET.fromstring(picture).find(f".//{SVG}script") is None
    assert not re.search(r"href|url\(|@import", picture)


def test_colours_go_from_nothing_to_much_and_have_a_second_sign():
    assert [colour_of(each) for each in (0, 6, 16, 90)] == ["#56713F", "#A8772A", "#BF3B27", "#BF3B27"]
    assert colour_of(None) not in {colour_of(each) for each in range(30)}
    assert [regret_told(each) for each in (None, 0.0, 0.4, 3.6)] == ["?", "0", "0", "−4"]


@given(st.text(max_size=80), st.floats(6, 20), st.floats(20, 400))
def test_a_text_is_cut_to_its_room(text, em, width):
    assert width_of(shortened(text, em, width), em) <= max(width, width_of("…", em))

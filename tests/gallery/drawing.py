"""The gallery as files: a picture of every state in every look, and one page that shows them all."""

import html
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pygame

from game.screens.colours import PALETTES
from tests.gallery.booth import Look
from tests.gallery.registry import State

SIZES: Final = ((1280, 720), (1920, 1080), (2560, 1440))
LANGUAGES: Final = ("ja", "en")
_THUMB: Final = (320, 180)
_STYLE: Final = """
body { font: 15px/1.5 sans-serif; margin: 24px; background: #5b4a37; color: #f7f2e6 }
h1 { font-size: 24px; font-weight: normal }
h2 { font-size: 18px; margin: 32px 0 0 }
h3 { font-size: 15px; font-weight: normal; margin: 16px 0 4px }
nav a, figcaption a { color: #dcceb4; margin-right: 8px }
div { display: flex; flex-wrap: wrap; gap: 8px }
figure { margin: 0 }
img { display: block; width: 320px; height: 180px; background: #000 }
figcaption { font-size: 12px; color: #dcceb4 }
"""


def looks_of(state: State) -> Iterator[Look]:
    """Every look a state is drawn in: two languages, two themes, three sizes; where colours mean something
    the colours for any colour vision as well."""
    for lang, (contrast, safe), size in product(LANGUAGES, PALETTES, SIZES):
        if not safe or state.meaning:
            yield Look(size=size, lang=lang, contrast=contrast, safe=safe)


def draw_gallery(
    folder: Path,
    chosen: tuple[State, ...],
    *,
    sizes: tuple[tuple[int, int], ...] = SIZES,
    told: Callable[[str], None] = lambda _: None,
) -> Path:
    """Draw these states into a folder and write the page; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for state in chosen:
            told(state.name)
            for look in looks_of(state):
                if look.size in sizes:
                    surface = state.drawn(Path(home), look).app.surface
                    pygame.image.save(surface, folder / f"{state.name}.{look.name}.png")
                    if look.size == sizes[0]:
                        small = pygame.transform.smoothscale(surface, _THUMB)
                        pygame.image.save(small, folder / "small" / f"{state.name}.{look.name}.png")
    page = folder / "index.html"
    page.write_text(_page(chosen, sizes), encoding="utf-8")
    return page


def _page(chosen: tuple[State, ...], sizes: tuple[tuple[int, int], ...]) -> str:
    groups = dict.fromkeys(each.group for each in chosen)
    body = [
        "<!doctype html><meta charset=utf-8><title>Shinyo: every screen</title>",
        f"<style>{_STYLE}</style><h1>信用貯金 Shinyo: {len(chosen)} states</h1>",
        "<nav>" + "".join(f"<a href='#{group}'>{group}</a>" for group in groups) + "</nav>",
    ]
    for group in groups:
        body.append(f"<h2 id='{group}'>{group}</h2>")
        for state in (each for each in chosen if each.group == group):
            body.append(f"<h3 id='{state.name}'>{html.escape(state.name.replace('-', ' '))}</h3><div>")
            body += [_figure(state, look, sizes) for look in looks_of(state) if look.size == sizes[0]]
            body.append("</div>")
    return "\n".join(body)


def _figure(state: State, look: Look, sizes: tuple[tuple[int, int], ...]) -> str:
    """The thumbnail of a look, and a link to each size."""
    theme = look.name.split("-", 1)[1]
    links = " ".join(
        f"<a href='{state.name}.{width}x{height}-{theme}.png'>{width}×{height}</a>" for width, height in sizes
    )
    picture = f"{state.name}.{look.name}.png"
    return (
        f"<figure><a href='{picture}'><img loading=lazy src='small/{picture}' alt=''></a>"
        f"<figcaption>{theme} {links}</figcaption></figure>"
    )

"""A made-up class in a real window, as a program of its own; at its end it tells how it was asked for."""

import json
import os
import sys
from pathlib import Path

from game.screens.projecting import run_class
from tests.screens.class_room.sample import sample

asked: list[str] = []
figures = {lang: [sample(40, lang)] for lang in ("ja", "en")}


def load(lang):
    asked.append(lang)
    return figures[lang]


status = run_class(load=load, lang="ja", begin="decision:references", home=Path(os.environ["SHINYO_HOME"]))
sys.stdout.write(json.dumps(asked) + "\n")
sys.exit(status)

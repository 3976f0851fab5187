"""Every sound as a WAV file, for somebody who wants to listen: ``python -m game.screens.sound FOLDER``."""

import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Final

import numpy as np

from game.core.portraits import CAST
from game.screens.people.cast import face_of
from game.screens.sound import collection, rooms
from game.screens.sound.level import loudness, steady_loudness
from game.screens.sound.sound import THINGS
from game.screens.sound.voice import Voice, voice_of
from game.screens.sound.waves import RATE, Wave, placed, samples

_SYLLABLES: Final = "ほんじつはおいそがしいところをありがとうございます"


def spoken(voice: Voice) -> Wave:
    """A sentence as it is heard while it is written, ``(samples, 2)``."""
    whole = np.zeros((samples(voice.pace * len(_SYLLABLES) + 0.3), 2))
    for number, glyph in enumerate(_SYLLABLES):
        placed(whole, collection.voice(voice, ord(glyph) % voice.variants), number * voice.pace)
    return whole


def everything() -> Iterator[tuple[str, Wave, float]]:
    """The name of a file, its wave, and the seconds of a processor that making it took."""
    for name in THINGS:
        began = process_time()
        yield name, collection.thing(name), process_time() - began
    for place in rooms.ROOMS:
        began = process_time()
        made = collection.sampled_room(collection.room(place), mono=False)
        yield f"room-{place}", made / 32767, process_time() - began
    for one in CAST:
        began = process_time()
        yield f"voice-{one.id}", spoken(voice_of(one.id, face_of(one.id))), process_time() - began


def main(folder: Path) -> None:
    """Write them all into a folder, and say of each how long it is, how loud, and how long it took."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, made, took in everything():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(collection.sampled(made, mono=False).tobytes())
        loud = (steady_loudness if name.startswith("room-") else loudness)(made)
        seconds, peak = made.shape[0] / RATE, 20 * np.log10(np.max(np.abs(made)))
        sys.stdout.write(
            f"{name:20} {seconds:6.2f} s  {loud:6.1f} dB(A)  peak {peak:6.1f} dB"
            f"  made in {1000 * took:6.1f} ms\n"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the folder
        sys.exit("usage: python -m game.screens.sound FOLDER")
    main(Path(sys.argv[1]))

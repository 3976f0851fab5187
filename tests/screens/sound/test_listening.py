"""The command for whoever wants to listen: every sound as a file that any program plays."""

import wave

from game.core.portraits import CAST
from game.core.scenario import PLACES
from game.screens.sound.__main__ import main
from game.screens.sound.sound import THINGS


def test_every_sound_is_written_as_a_file(tmp_path, capsys):
    main(tmp_path / "sounds")
    names = {*THINGS, *(f"room-{place}" for place in PLACES), *(f"voice-{one.id}" for one in CAST)}
    assert {file.stem for file in (tmp_path / "sounds").iterdir()} == names
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == names
    for file in (tmp_path / "sounds").iterdir():
        with wave.open(str(file)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (2, 2, 44_100)
            assert any(sound.readframes(sound.getnframes()))

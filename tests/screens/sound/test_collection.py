"""Every sound there is: soft, clean at both ends, always the same, and going round where it goes round."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.portraits import CAST
from game.core.scenario import PLACES
from game.screens.people.cast import face_of
from game.screens.sound import collection, rooms
from game.screens.sound.level import loudness, steady_loudness
from game.screens.sound.sound import TAKES, THINGS, Thing
from game.screens.sound.voice import MOST_A_SECOND, VARIANTS, Voice, voice_of
from game.screens.sound.waves import RATE

TAKEN = [(name, take) for name in THINGS for take in range(TAKES.get(name, 1))]
VOICES = st.builds(
    Voice,
    id=st.text(max_size=4),
    pitch=st.floats(80, 240),
    throat=st.floats(380, 720),
    breath=st.floats(0, 1),
    pace=st.floats(1 / MOST_A_SECOND, 0.2),
)


def assert_clean(wave):
    assert wave.ndim == 2
    assert wave.shape[1] == 2
    assert np.isfinite(wave).all()
    assert np.abs(wave).max() <= 0.5
    assert np.abs(wave.mean(axis=0)).max() < 1e-5


def assert_begins_and_ends_at_nothing(wave):
    sampled = collection.sampled(wave, mono=False)
    assert not sampled[0].any()
    assert not sampled[-1].any()
    # and not with a bump: the first and last thousandth of a second are next to nothing
    edge = RATE // 1000
    assert np.abs(wave[:edge]).max() < 0.15 * np.abs(wave).max()
    assert np.abs(wave[-edge:]).max() < 0.15 * np.abs(wave).max()


def played(place):
    """A room as it is played."""
    return collection.sampled_room(collection.room(place), mono=False) / 32767


def share_above(wave, hertz):
    """How much of the power lies above a frequency."""
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    above = np.fft.rfftfreq(wave.shape[0], 1 / RATE) > hertz
    return power[above].sum() / power.sum()


@pytest.mark.parametrize(("name", "take"), TAKEN)
def test_the_sound_of_a_thing_is_clean_soft_and_short(name, take):
    wave = collection.thing(name, take)
    assert_clean(wave)
    assert_begins_and_ends_at_nothing(wave)
    assert -40 <= loudness(wave) <= -25
    assert wave.shape[0] <= 2.1 * RATE
    assert (wave == collection.thing(name, take)).all()


def test_takes_of_a_thing_differ_and_are_as_loud():
    for name, takes in TAKES.items():
        first, *others = [collection.thing(name, take) for take in range(takes)]
        assert others
        assert not any(np.allclose(other, first) for other in others)
        assert all(loudness(other) == pytest.approx(loudness(first), abs=0.5) for other in others)


def test_nothing_is_shriller_than_paper():
    assert all(share_above(collection.thing(name, take), 5000) < 0.1 for name, take in TAKEN)
    warm: tuple[Thing, ...] = ("phone", "stamp", "focus", "pick")
    assert all(share_above(collection.thing(name), 2500) < 0.01 for name in warm)


@settings(max_examples=25)
@given(VOICES, st.integers(0, VARIANTS - 1))
def test_a_sign_of_any_voice_is_clean_muffled_and_as_loud_as_every_other(voice, variant):
    wave = collection.voice(voice, variant)
    assert_clean(wave)
    assert_begins_and_ends_at_nothing(wave)
    assert -36.5 <= loudness(wave) <= collection.VOICE_LEVEL + 0.5
    assert share_above(wave, 3000) < 0.01
    assert wave.shape[0] <= 0.11 * RATE


def test_the_same_person_always_sounds_the_same_and_no_two_alike():
    voices = [voice_of(one.id, face_of(one.id)) for one in CAST]
    assert voices == [voice_of(one.id, face_of(one.id)) for one in CAST]
    heard = [collection.voice(voice, 0) for voice in voices]
    assert all((collection.voice(voice, 0) == wave).all() for voice, wave in zip(voices, heard, strict=True))
    for number, one in enumerate(heard):
        for other in heard[number + 1 :]:
            assert np.sqrt(np.mean((one - other) ** 2)) > 0.1 * np.sqrt(np.mean(one**2))


def test_voices_go_by_the_person():
    voices = {one.id: voice_of(one.id, face_of(one.id)) for one in CAST}
    pitch = {woman: [voices[one.id].pitch for one in CAST if one.woman is woman] for woman in (True, False)}
    assert np.mean(pitch[True]) > 1.3 * np.mean(pitch[False])
    pace = {
        old: np.mean([voices[one.id].pace for one in CAST if (one.age >= 55) is old]) for old in (True, False)
    }
    assert pace[True] > pace[False]
    assert all(80 <= voice.pitch <= 240 and voice.pace >= 1 / MOST_A_SECOND for voice in voices.values())


def test_somebody_without_a_portrait_has_a_voice_of_their_own():
    one, other = (
        voice_of("山本 花子", face_of("", "山本 花子")),
        voice_of("大木 太郎", face_of("", "大木 太郎")),
    )
    assert one != other
    assert one == voice_of("山本 花子", face_of("", "山本 花子"))


@pytest.mark.parametrize("place", rooms.ROOMS)
def test_a_room_is_hardly_there_and_goes_round_without_a_seam(place):
    wave = played(place)
    assert_clean(wave)
    assert steady_loudness(wave) == pytest.approx(collection.ROOM_LEVEL, abs=0.5)
    assert np.abs(wave).max() < 0.2
    assert (wave == played(place)).all()
    # Put end to end, the place where they meet is no rougher than anywhere else.
    steps = np.abs(np.diff(np.concatenate([wave, wave[:2]]), n=2, axis=0)).max(axis=1)
    assert steps[-2:].max() <= np.percentile(steps, 99.9)
    # There is nothing high in a room but what rounding leaves: a click at the seam would stand out.
    spectrum = np.fft.rfft(wave[:, 0])
    spectrum[np.fft.rfftfreq(wave.shape[0], 1 / RATE) < 6000] = 0
    high = np.abs(np.fft.irfft(spectrum))
    around = np.concatenate([high[-50:], high[:50]])
    assert around.max() <= high[50:-50].max()


def test_rooms_are_told_apart_by_ear():
    bands = np.geomspace(60, 4000, 13)
    shapes = {}
    for place in rooms.ROOMS:
        power = np.abs(np.fft.rfft(rooms.room(place).mean(axis=1))) ** 2
        hertz = np.fft.rfftfreq(rooms.COUNT, 1 / rooms.SLOW)
        shapes[place] = [power[(hertz >= low) & (hertz < high)].sum() for low, high in pairwise(bands)]
    levels = {place: 10 * np.log10(np.array(shape) / sum(shape)) for place, shape in shapes.items()}
    places = list(levels)
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert np.abs(levels[one] - levels[other]).max() > 1.5, (one, other)


def test_every_place_of_a_scenario_has_its_room():
    assert set(rooms.ROOMS) == set(PLACES)
    assert (collection.room("moon") == collection.room("meeting_room")).all()


@pytest.mark.parametrize(
    "wave", [collection.thing("pen"), collection.room("street"), collection.thing("stamp")]
)
def test_mono_is_both_sides_alike_and_loses_nothing(wave):
    stereo, mono = (collection.sampled(wave, mono=on).astype(float) for on in (False, True))
    assert (mono[:, 0] == mono[:, 1]).all()
    assert np.abs(mono[:, 0] - stereo.mean(axis=1)).max() <= 1
    assert mono.std() > 0.6 * stereo.std()


def test_what_leans_leans_a_little():
    for name in THINGS:
        left, right = np.sqrt(np.mean(collection.thing(name) ** 2, axis=0))
        assert 0.6 < left / right < 1.7

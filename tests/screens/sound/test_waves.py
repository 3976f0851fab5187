"""What sounds are made of, and how loud an ear takes it to be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.sound.level import (
    HIGHEST_PEAK,
    both_sides,
    finished,
    loudness,
    mixed_down,
    scaled,
    steady_loudness,
)
from game.screens.sound.waves import RATE, noise, power_of_two, quicker, ring, through, times, wrapped


def sine(hertz, seconds=1.0):
    return np.sin(2 * np.pi * hertz * times(seconds))


@pytest.mark.parametrize(
    ("hertz", "decibels"), [(100, -19.1), (200, -10.9), (500, -3.2), (1000, 0.0), (2000, 1.2), (4000, 1.0)]
)
def test_loudness_is_weighed_as_the_standard_says(hertz, decibels):
    full = 10 * np.log10(0.5)  # the power of a sine of full scale
    assert loudness(sine(hertz)) == pytest.approx(full + decibels, abs=0.2)
    steady = both_sides(sine(hertz, 2**15 / RATE))
    assert steady_loudness(steady) == pytest.approx(full + decibels, abs=0.2)


def test_silence_is_a_number_too():
    assert loudness(np.zeros(100)) == pytest.approx(-240)


@given(st.floats(-60, -20))
def test_a_wave_becomes_as_loud_as_it_is_to_be(level):
    assert loudness(finished(sine(440, 0.2), level)) == pytest.approx(level, abs=0.1)


def test_a_wave_that_would_peak_too_high_stays_softer():
    assert np.abs(scaled(sine(440), 40)).max() == pytest.approx(HIGHEST_PEAK)


@pytest.mark.parametrize("count", [1000, 2**12, 30_000])
def test_noise_has_nothing_outside_its_band_to_speak_of(count):
    wave = noise(count, 5, 500, 2000)
    power = np.abs(np.fft.rfft(wave)) ** 2
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    inside = (hertz > 350) & (hertz < 2800)
    assert power[inside].sum() > 0.85 * power.sum()
    assert np.sqrt(np.mean(wave**2)) == pytest.approx(1, abs=0.25)
    assert (wave == noise(count, 5, 500, 2000)).all()
    assert not np.allclose(wave, noise(count, 6, 500, 2000))


@given(st.integers(1, 10**6))
def test_the_next_power_of_two(count):
    whole = power_of_two(count)
    assert whole >= count > whole // 2
    assert whole & (whole - 1) == 0


def test_what_is_filtered_keeps_its_place():
    wave = np.zeros(2000)
    wave[700:720] = np.sin(np.linspace(0, 2 * np.pi, 20))
    passed = through(wave, 200, 8000)
    assert passed.shape == wave.shape
    assert abs(int(np.argmax(np.abs(passed))) - 705) < 15
    assert np.abs(passed[:400]).max() < 0.05 * np.abs(passed).max()


def test_more_samples_a_second_are_the_same_wave():
    t = np.arange(512) / 512
    coarse = np.sin(2 * np.pi * 7 * t) + np.cos(2 * np.pi * 30 * t)
    fine = quicker(coarse, 4)
    assert fine.shape == (2048,)
    assert np.abs(fine[::4] - coarse).max() < 1e-9


def test_what_runs_over_the_end_of_a_round_goes_on_at_its_beginning():
    whole = np.zeros(10)
    wrapped(whole, np.arange(1.0, 5.0), 8, rate=1)
    assert whole.tolist() == [3, 4, 0, 0, 0, 0, 0, 0, 1, 2]


@given(st.floats(-1, 1))
def test_leaning_keeps_the_power_and_mixing_down_forgets_the_side(lean):
    wave = ring(0.05, 500, 0.02)
    sides = both_sides(wave, lean)
    assert np.mean(sides**2) == pytest.approx(np.mean(wave**2))
    middle = mixed_down(sides)
    assert (middle[:, 0] == middle[:, 1]).all()

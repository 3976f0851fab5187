"""The QR code of a result code: what is drawn is read back by a decoder that knows nothing of us."""

import numpy as np
import pytest
import zxingcpp

from game.debrief.qr_code import QUIET, in_half_blocks, qr_code

CODE = "40A9J-YW5JG-F37VV-Y1BSY-P"
BLOCKS = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}


def seen(light):
    """What a camera reads from an array of light (1) and dark (0) modules, each five pixels wide."""
    pixels = np.kron(np.asarray(light, dtype=np.uint8) * 255, np.ones((5, 5), dtype=np.uint8))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("code", [CODE, "0" * 40, "ZZZZZ-" * 8])
def test_a_camera_reads_the_code_without_hyphens(code):
    assert seen([[not dark for dark in row] for row in qr_code(code)]) == [code.replace("-", "")]


def test_the_terminal_shows_the_same():
    rows = []
    for line in in_half_blocks(qr_code(CODE)).splitlines():
        rows += list(zip(*(BLOCKS[block] for block in line), strict=True))
    assert seen(rows) == [CODE.replace("-", "")]


def test_it_has_its_quiet_zone():
    modules = qr_code(CODE)
    assert len({len(row) for row in modules} | {len(modules)}) == 1
    assert not any(any(row) for row in modules[:QUIET])

from typing import Any

from game.screens.reveal_columns import Element, Passbook


def test_no_row_of_a_long_passbook_is_cut_in_half_at_the_foot():
    rows = tuple(Element("row", n, height) for n, height in enumerate((30.0, 30.0, 56.0, 30.0, 30.0)))
    told: Any = None
    book = Passbook(told, 600, {}, {}, below=False, elements=rows)
    assert book.whole_within(0, 100) == 60
    assert book.whole_within(0, 116) == 116
    assert book.whole_within(30, 120) == 116
    assert book.whole_within(116, 300) == 60

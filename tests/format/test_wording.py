"""Quotations: in the marks of their language, and within another in the inner ones."""

import pytest

from game.format.wording import quoted


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("はい。", "ja", "「はい。」"),
        ("「はい」と言った。", "ja", "「『はい』と言った。」"),
        ("「はい。」", "ja", "「はい。」"),
        ("「はい」と「いいえ」", "ja", "「『はい』と『いいえ』」"),
        ("『書名』です。", "ja", "「『書名』です。」"),
        ("Yes.", "en", "“Yes.”"),
        ("“Yes” is yes.", "en", "“‘Yes’ is yes.”"),
        ("I’m late.", "en", "“I’m late.”"),
        ("Oui.", "fr", "“Oui.”"),
    ],
)
def test_words_in_their_marks(text, language, told):
    assert quoted(text, language) == told


def test_a_deed_in_brackets():
    assert quoted("待つ。", "ja", said=False) == "（待つ。）"
    assert quoted("Wait.", "en", said=False) == "(Wait.)"

"""Signs that look like YAML's: found where they stand for one, and left alone within a text."""

import pytest

from game.format.lookalikes import LONGEST_LINE, lookalike


@pytest.mark.parametrize(
    ("line", "code", "sign"),
    [
        ("title：はじめ", "wide-colon", "："),
        ("  - customer：はい", "wide-colon", "："),
        ("a: {company: あ, role：い}", "wide-colon", "："),
        ("title:　はじめ", "wide-space", "\u3000"),
        ("  -　customer: はい", "wide-space", "\u3000"),
        ("　　say: はい", "wide-space", "\u3000"),
        ("a: {b:　c}", "wide-space", "\u3000"),
        ("  ー customer: はい", "wide-sign", "ー"),
        ("  • customer: はい", "wide-sign", "•"),
        ("  -customer: はい", "dash-space", "-"),
        ("does: ［{ask: a}]", "wide-sign", "［"),
        ("a: {b: c、d: e}", "wide-sign", "、"),
        ("does: [{ask: a}，{ask: b}]", "wide-sign", "，"),
        ("does: [{ask: a}］", "wide-sign", "］"),
        ("```yaml", "code-fence", "`"),
    ],
)
def test_the_first_of_them_is_found_where_it_stands(line, code, sign):
    found = lookalike(line)
    assert found is not None
    assert found.code == code
    assert line[found.column - 1] == sign


@pytest.mark.parametrize(
    "line",
    [
        "say: はい：いいえ、です（はい）",
        "- {customer: はい、そうです。, mood: warm}",
        'say: "［はい］：、"',
        "  - narrator: ーーー。",
        "  after: 3 days",
        "",
    ],
)
def test_within_a_text_they_are_nobodys_business(line):
    assert lookalike(line) is None


def test_an_endless_line_is_looked_at_only_as_far_as_a_person_writes():
    assert lookalike("{" * 3_000_000) is None
    assert lookalike("a" * LONGEST_LINE + "：") is None

import re
from dataclasses import replace

import pytest

from game.core.scenario import BANDS, Line
from game.debrief.trust import epilogue, trust_sentence, wording_of
from tests.debrief.everything import scenario, words_in


def _path_of(wording: int) -> list[str]:
    return next([str(number)] for number in range(100) if wording_of([str(number)]) == wording)


def test_each_band_has_three_wordings_of_its_own(words):
    told = [trust_sentence(band, "田辺", _path_of(wording), words) for band in BANDS for wording in range(3)]
    assert len(set(told)) == 15
    for sentence in told:
        assert "田辺" in sentence
        assert "{" not in sentence


@pytest.mark.parametrize("band", BANDS)
def test_every_sentence_says_who_is_called_and_what_becomes_of_the_renewal(band):
    for wording in range(3):
        ja = trust_sentence(band, "田辺", _path_of(wording), words_in("ja"))
        en = trust_sentence(band, "Tanabe", _path_of(wording), words_in("en"))
        assert re.search("電話|呼ばれ|困りごと|困ったとき|思い出す|打ち明け|まずあの人に", ja)
        assert re.search("頼み|紹介|取材", ja)
        assert re.search("更新|相見積もり|次の三年", ja)
        assert re.search("call|[Tt]rouble|goes wrong|difficulty|thinks of you", en)
        assert re.search("avour|need|introduc|reference|anything fair", en)
        assert re.search("renew|tender", en)


@pytest.mark.parametrize(
    ("name", "ja"),
    [
        ("岸本 治", "岸本さん"),
        ("岸本　治", "岸本さん"),
        ("｜岸本《きしもと》 治", "｜岸本《きしもと》さん"),
        ("岸本治", "岸本治さん"),
        ("Osamu Kishimoto", "Osamu Kishimotoさん"),
        ("マリア サントス", "マリア サントスさん"),
    ],
)
def test_a_customer_is_spoken_of_by_the_family_name_in_japanese(name, ja):
    assert ja in trust_sentence("credited", name, _path_of(0), words_in("ja"))
    assert name in trust_sentence("credited", name, _path_of(0), words_in("en"))


def test_the_wording_depends_on_the_path_alone():
    assert wording_of(["gift", "send"]) == wording_of(("gift", "send"))
    assert {wording_of([str(number)]) for number in range(50)} == {0, 1, 2}
    assert wording_of(["ab", "c"]) != wording_of(["a", "bc"]) or wording_of(["x", "yz"]) != wording_of(
        ["xy", "z"]
    )


def test_the_scenarios_own_last_words_come_before_the_general_ones(words):
    own = Line("customer", "はい。")
    written = replace(scenario(), epilogue={"trusted": (own,)})
    assert epilogue(written, "trusted", words) == (own,)
    general = epilogue(written, "partner", words)
    assert [line.speaker for line in general] == ["customer"]
    assert len({epilogue(scenario(), band, words)[0].text for band in BANDS}) == 5

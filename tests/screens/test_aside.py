import threading

import pytest

from game.screens.aside import Aside


def test_it_is_done_by_another_thread():
    work = Aside(threading.get_ident)
    assert work.result() != threading.get_ident()
    assert work.done


def test_nobody_waits_longer_than_they_want():
    go = threading.Event()
    work = Aside(go.wait)
    assert not work.wait(0)
    assert not work.done
    go.set()
    assert work.wait(60)
    assert work.result() is True


@pytest.mark.parametrize("threads", [True, False])
def test_what_goes_wrong_comes_out_where_it_is_asked_for(monkeypatch, threads):
    def wrong():
        raise OSError(5, "Input/output error")

    def refused(_):
        raise RuntimeError("can't start new thread")

    if not threads:
        monkeypatch.setattr(threading.Thread, "start", refused)
    work = Aside(wrong)
    with pytest.raises(OSError, match="Input/output"):
        work.result()

"""``licences``: what the program is made of, and under which terms each part may be used."""

from game.cli.desk import FINE, Desk


def show_licences(desk: Desk, *, whole: bool) -> int:
    """One line for each part, or with ``whole`` the text of every licence."""
    shown = desk.library.licences()
    if not whole:
        for one in shown:
            desk.say(f"{one.name}\t{one.terms}".expandtabs(32))
        desk.say()
        desk.say(desk.words("`shinyo licences --whole` prints the text of every licence."))
        return FINE
    for one in shown:
        desk.say(f"════ {one.name} · {one.terms}")
        desk.say()
        desk.say(one.text)
        desk.say()
    return FINE

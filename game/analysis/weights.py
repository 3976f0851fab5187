"""What each policy makes of each thing a trainee can do: one table.

Weights of different rows are added when a choice does several things. They only order choices: ±1 a
leaning, ±3 a habit, ±5 and more what the policy is named for, −20 what it does only if nothing else is
left. ``honest``: keeps, makes plain, owns, gives, tells, asks within tolerance and with reasons,
proposes for the customer, holds with a reason or exchanges, never lies. ``interrogator``: asks whenever
it can. ``caver``: gives in and defers. ``liar``: lies, blurs, deflects. ``forgetful``: promises freely
and keeps nothing. ``pusher``: proposes for us and presses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Row:
    """What one thing done is worth to each policy, and why; positive is sought, negative shunned."""

    honest: int
    interrogator: int
    caver: int
    liar: int
    forgetful: int
    pusher: int
    why: str


TABLE: Final[Mapping[str, Row]] = {
    #                       hon int cav lia for pus
    # Asking: every question counts, the reason once a choice.
    "ask.within":       Row(  1,  6,  0,  0,  0, -1, "a welcome question; who pushes has no time to listen"),
    "ask.reason":       Row(  1,  0,  0,  0,  0,  0, "a question that comes with its reason"),
    "ask.invited":      Row(  2,  6,  0,  0,  0,  0, "asked where the customer wants to be asked"),
    "ask.beyond":       Row( -3,  6,  0,  0,  0,  0, "one too many for a customer at the opening credit"),
    "ask.vain":         Row( -1,  6,  0,  0,  0,  0, "the answer is known; the interrogator asks it anyway"),
    # Giving: what is news.
    "inform":           Row(  3,  0,  0,  0,  0, -1, "something useful given; who pushes keeps to the sale"),
    "record.told":      Row(  3,  0,  0,  0,  0,  0, "a record with the story behind it"),
    "record.displayed": Row(  0,  0,  0,  0,  0,  1, "a wall of logos impresses, thinks who pushes"),
    "help":             Row(  4,  0,  1,  0,  0, -1, "help at a cost to us: near to giving in"),
    "propose.customer": Row(  3,  0,  0,  0,  0,  2, "a proposal for them is at least a proposal"),
    "propose.us":       Row( -6,  0, -1,  0,  0,  6, "a proposal for us is what pushing is"),
    "start_small":      Row(  2,  0,  0,  0,  0, -3, "a small beginning; who pushes wants all of it now"),
    "celebrate":        Row(  3,  0,  0,  0,  0,  0, "their success shared"),
    "follow_up":        Row(  3,  0,  0,  0,  0,  0, "care unasked"),
    "chat":             Row(  0,  0,  0,  0,  0,  0, "nice talk does nothing, and nobody ranks it"),
    # Promises.
    "promise":          Row(  1,  0,  0,  1,  6,  0, "words are free: the honest give them to keep them"),
    "promise.vague":    Row( -4,  0,  0,  6,  6,  0, "a promise that can be heard in two ways"),
    "keep":             Row(  6,  0,  0,  0,-20,  0, "doing what was said"),
    "break":            Row(-20,  0,  0,  1,  0,  0, "broken by choice; the forgetful do not care"),
    "renegotiate":      Row(  2,  0,  1,  0,-20,  0, "speaking up before the day: less than keeping"),
    # Truth.
    "lie":              Row(-20,  0,  0,  6,  0,  0, "the honest never, the liar whenever"),
    "correct":          Row(  6,  0,  0,-20,  0,  0, "owning up to a lie"),
    "blur":             Row( -6,  0,  0,  5,  0,  0, "words with two readings"),
    "clarify":          Row(  5,  0,  0, -6,  0,  0, "making them plain"),
    "own":              Row(  6,  0,  0, -6,  0, -1, "the misunderstanding is ours"),
    "own.nearer":       Row(  1,  0,  0,  0,  0,  0, "a call before a mail, a visit before a call"),
    "deflect":          Row(-20,  0, -6,  5,  0,  1, "it was the customer's fault"),
    # Complaints.
    "recover":          Row(  6,  0,  1, -3,  0,  0, "the complaint answered"),
    "recover.nearer":   Row(  1,  0,  0,  0,  0,  0, "a call before a mail, a visit before a call"),
    "recover.deed":     Row(  1,  0,  0,  0,  0,  0, "something done, not only said"),
    "formal":           Row(  1,  0,  0,  1,  0,  1, "answered by the form: still better than silence"),
    # Terms.
    "exchange":         Row(  6,  0,  1,  0,  0,  0, "covered by what comes back"),
    "give_away":        Row( -6,  0,  6,  0,  0,  2, "covered by nothing; it buys who pushes a signature"),
    "hold.alternative": Row(  6,  0, -6,  0,  0,  0, "a no with a reason and a way forward"),
    "hold.reason":      Row(  4,  0, -6,  0,  0,  0, "a no with a reason"),
    "hold.bare":        Row( -2,  0, -6,  0,  0,  2, "a bare no; who pushes does not explain"),
    # Standing.
    "stand.below":      Row( -3,  0,  6,  0,  0,  0, "the customer is god"),
    "stand.level":      Row(  2,  0, -3,  0,  0,  0, "between equals"),
    "stand.above":      Row( -6,  0, -6,  1,  0,  5, "pressing from above"),
    # Favours and time.
    "request.earned":   Row(  1,  0, -1,  0,  0,  2, "a favour asked of somebody we helped"),
    "request.early":    Row( -2,  0, -1,  0,  0,  3, "a favour asked of somebody we never helped"),
    "wait":             Row( -1,  0,  0,  0,  2, -6, "time let pass: who forgets lets it, who pushes never"),
}  # fmt: skip
"""Things done × policies. Own numbers (``credit``) weigh nothing: nobody but the author sees them."""

NAMED_FOR: Final = 5
"""From this weight on a thing is what a policy is named for."""

"""Moves and conditions in plain words, for an expert who will never open the file."""

from game.core.conditions import (
    ALWAYS,
    All,
    Any,
    Between,
    Chose,
    Condition,
    GivenAway,
    Happened,
    Not,
    Scarred,
)
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Complain,
    Concede,
    Correct,
    Credit,
    Deflect,
    Demand,
    Expose,
    FollowUp,
    Formal,
    Help,
    Hold,
    How,
    Inform,
    Keep,
    Learn,
    Lie,
    Move,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    Size,
    Stand,
    StartSmall,
    Surface,
    TellRecord,
    Wait,
)
from game.core.scenario import Scenario
from game.core.times import WEEKDAYS, AfterScene, InDays, NextWeekday, OnDate, Time
from game.format.wording import quoted
from game.format.words import Words


class Teller:
    """Tells the moves and conditions of one scenario in the language of ``words``."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self._scenario = scenario
        self._words = words
        self._facts = {one.id: one.text for one in scenario.facts}
        self._promises = {one.id: one.text for one in scenario.promises}
        self._blurs = {one.id: one.said for one in scenario.blurs}
        self._lies = {one.id: one.text for one in scenario.lies}
        self._considerations = {one.id: one.text for one in scenario.considerations}
        self._titles = {one.id: one.title or one.id for one in scenario.scenes}

    # ── moves ───────────────────────────────────────────────────────────────────────────────────────

    def move(self, move: Move) -> str:  # noqa: C901, PLR0912 - one case a move, read as one table
        """What a move is, in a few words."""
        words = self._words
        match move:
            case Ask():
                return self._asked(move)
            case Inform(topic=topic):
                return words("gives something useful: {text}", text=self._text("topic", topic))
            case TellRecord(record=record, told=True):
                return words("tells the story behind a record: {text}", text=self._text("record", record))
            case TellRecord(record=record):
                return words("only displays a record: {text}", text=self._text("record", record))
            case Help(id=name):
                return words("helps at a cost: {text}", text=self._text("help", name))
            case Learn(fact=fact):
                return words("comes to know: {text}", text=self._facts.get(fact, fact))
            case Propose(for_customer=True, needs=needs):
                said = words("proposes what is best for the customer")
                return said if not needs else f"{said} ({self._listed(needs, self._facts)})"
            case Propose():
                return words("proposes what is best for us")
            case StartSmall():
                return words("starts small")
            case Promise(promise=name, vague=True):
                return words("promises vaguely: {text}", text=self._promises.get(name, name))
            case Promise(promise=name):
                return words("promises: {text}", text=self._promises.get(name, name))
            case Keep(promise=name):
                return words("keeps the promise: {text}", text=self._promises.get(name, name))
            case Break(promise=name):
                return words("breaks the promise: {text}", text=self._promises.get(name, name))
            case Renegotiate(promise=name, due=due):
                text = self._promises.get(name, name)
                return words("asks for another day: {text} ({due})", text=text, due=self.time(due))
            case Lie(lie=name):
                return words("lies: {text}", text=self._lies.get(name, name))
            case Correct(lie=name):
                return words("corrects the lie: {text}", text=self._lies.get(name, name))
            case Expose(lie=name):
                return words("the lie is found out: {text}", text=self._lies.get(name, name))
            case Blur(blur=name):
                return words("says what can be heard in two ways: {text}", text=self._blurs.get(name, name))
            case Clarify(blur=name):
                return words("makes clear: {text}", text=self._blurs.get(name, name))
            case Surface(blur=name):
                return words("the misunderstanding comes to light: {text}", text=self._blurs.get(name, name))
            case Own(blur=name, how=how):
                text = self._blurs.get(name, name)
                return words("owns the misunderstanding {how}: {text}", how=self._how(how), text=text)
            case Deflect(matter=name):
                return words("pushes it back at the customer: {text}", text=self._matter(name))
            case Complain(complaint=name, severity=severity):
                weight = words("minor") if severity == "minor" else words("major")
                text = self._text("complaint", name)
                return words("a complaint ({weight}): {text}", weight=weight, text=text)
            case Recover(complaint=name, how=how, deed=deed):
                done = words("with a deed") if deed else words("in words")
                text = self._text("complaint", name)
                return words("makes it good {how}, {done}: {text}", how=self._how(how), done=done, text=text)
            case Formal(complaint=name):
                return words("answers the complaint formally: {text}", text=self._text("complaint", name))
            case Demand(demand=name):
                return words("the customer demands: {text}", text=self._text("demand", name))
            case Concede():
                return self._conceded(move)
            case Hold():
                return self._held(move)
            case Stand(level="below"):
                return words("goes below the customer")
            case Stand(level="above"):
                return words("lords it over the customer")
            case Stand():
                return words("stands level")
            case Request(favour=name):
                return words("asks for a favour: {text}", text=self._text("favour", name))
            case Celebrate():
                return words("celebrates their result")
            case FollowUp():
                return words("looks after them")
            case Chat():
                return words("is pleasant")
            case Wait(time=time):
                return words("lets time pass: {time}", time=self.time(time))
            case Credit(points=points, because=because):
                return words("own number {points}: {because}", points=f"{points:+d}", because=because)

    def _asked(self, move: Ask) -> str:
        words = self._words
        count = max(move.count, len(move.facts))
        said = words.plural("asks {count} question", "asks {count} questions", count)
        more = [words("saying why")] * move.why + [words("invited")] * move.invited
        facts = self._listed(move.facts, self._facts)
        return (
            words("{asked}: {facts}", asked=words(", ").join([said, *more]), facts=facts) if facts else said
        )

    def _conceded(self, move: Concede) -> str:
        words = self._words
        given = [words("{percent} % off", percent=move.percent)] if move.percent else []
        if move.work:
            given.append(words("free work ({size})", size=self._size(move.work)))
        if move.months:
            given.append(words("for {months} months", months=move.months))
        if move.unlisted:
            given.append(words("on an item without a list price"))
        said = words("concedes {what}", what=words(", ").join(given))
        if not move.considerations:
            return words("{conceded}, for nothing", conceded=said)
        got = self._listed(move.considerations, self._considerations)
        return words("{conceded}, in return for {what}", conceded=said, what=got)

    def _held(self, move: Hold) -> str:
        words = self._words
        if move.alternative:
            return words("says no, with a reason and an alternative")
        return words("says no, with a reason") if move.reason else words("says no, and no more")

    def _how(self, how: How) -> str:
        words = self._words
        return {"visit": words("in person"), "call": words("by telephone"), "mail": words("by mail")}[how]

    def _size(self, size: Size) -> str:
        words = self._words
        return {"small": words("small"), "medium": words("medium"), "large": words("large")}[size]

    def _text(self, kind: str, name: str) -> str:
        return self._scenario.texts.get(f"{kind}:{name}", name)

    def _matter(self, name: str) -> str:
        return self._blurs.get(name) or self._text("complaint", name)

    def _listed(self, names: tuple[str, ...], texts: dict[str, str]) -> str:
        return self._words(", ").join(texts.get(name, name) for name in names)

    # ── times ───────────────────────────────────────────────────────────────────────────────────────

    def time(self, time: Time) -> str:
        """A time as written in a scenario."""
        words = self._words
        match time:
            case InDays(days=days, business=True):
                return words.plural("{count} business day later", "{count} business days later", days)
            case InDays(days=days):
                return words.plural("{count} day later", "{count} days later", days)
            case NextWeekday(weekday=weekday):
                names = (
                    words("Monday"), words("Tuesday"), words("Wednesday"), words("Thursday"), words("Friday"),
                    words("Saturday"), words("Sunday"),
                )  # fmt: skip
                return names[WEEKDAYS.index(weekday)]
            case OnDate(date=date):
                return date.isoformat()
            case AfterScene(days=days, scene=scene):
                after = words.plural("{count} day later", "{count} days later", days)
                return words("{days}, after “{scene}”", days=after, scene=self._titles.get(scene, scene))

    # ── conditions ──────────────────────────────────────────────────────────────────────────────────

    def when(self, condition: Condition) -> str:
        """A condition as half a sentence; "" for what always holds."""
        words = self._words
        if condition == ALWAYS:
            return ""
        match condition:
            case Happened():
                return self._happened(condition)
            case Scarred():
                return words("a lie was found out")
            case GivenAway(demand=None):
                return words("something was given away")
            case GivenAway(demand=demand):
                return words("something was given away for: {text}", text=self._text("demand", demand or ""))
            case Chose(scene=scene, choice=choice):
                return words("chosen before: {text}", text=self._said(scene, choice))
            case Between():
                return self._between(condition)
            case All(parts=parts):
                return words(" and ").join(self.when(part) for part in parts)
            case Any(parts=parts):
                return words("one of: {parts}", parts=words("; ").join(self.when(part) for part in parts))
            case Not(part=part):
                return words("not: {part}", part=self.when(part))

    def _said(self, scene: str, choice: str) -> str:
        """A choice as its sentence, in quotes."""
        found = next(one for one in self._scenario.scene(scene).choices if one.id == choice)
        return quoted(found.text, self._scenario.language, said=found.say is not None)

    def _happened(self, condition: Happened) -> str:  # noqa: C901, PLR0912 - one case each, read as a table
        words, name = self._words, condition.id
        match condition.what:
            case "knows":
                return words("known: {text}", text=self._facts.get(name, name))
            case "promised":
                return words("promised: {text}", text=self._promises.get(name, name))
            case "kept":
                return words("kept: {text}", text=self._promises.get(name, name))
            case "broken":
                return words("broken: {text}", text=self._promises.get(name, name))
            case "lied":
                return words("lied: {text}", text=self._lies.get(name, name))
            case "blurred":
                return words("left unclear: {text}", text=self._blurs.get(name, name))
            case "clarified":
                return words("made clear: {text}", text=self._blurs.get(name, name))
            case "complained":
                return words("complained: {text}", text=self._text("complaint", name))
            case "recovered":
                return words("made good: {text}", text=self._text("complaint", name))
            case "conceded":
                return words("conceded: {text}", text=self._text("demand", name))
            case "helped":
                return words("helped: {text}", text=self._text("help", name))
            case "granted":
                return words("favour granted: {text}", text=self._text("favour", name))
            case "refused":
                return words("favour refused: {text}", text=self._text("favour", name))

    def _between(self, condition: Between) -> str:
        words = self._words
        what = {"credit": words("credit"), "standing": words("standing"), "day": words("day")}[condition.what]
        if condition.at_least is None:
            return words("{what} below {below}", what=what, below=condition.below)
        if condition.below is None:
            return words("{what} {least} or more", what=what, least=condition.at_least)
        return words(
            "{what} from {least} to below {below}", what=what, least=condition.at_least, below=condition.below
        )

"""The JSON that other programs build on, key by key, as JSON Schema. Keys may be added, never taken away."""

from typing import Any, get_args

from game.analysis.policies import POLICIES
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS, Deal

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
ANY_TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1.000001}
YES_OR_NO: Schema = {"type": "boolean"}
DIGITS: Schema = {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def whole(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(*values: str) -> Schema:
    return {"enum": list(values)}


def record(**keys: Schema) -> Schema:
    """An object with at least these keys."""
    return {"type": "object", "required": list(keys), "properties": keys}


def exactly(**keys: Schema) -> Schema:
    """An object with these keys and no other."""
    return {**record(**keys), "additionalProperties": False}


def rows(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


YEARS = record(
    value=or_null(WHOLE),
    best_value=or_null(WHOLE),
    renewal=whole(0, 100),
    upsell=whole(0, 100),
    workload=whole(0, 100),
    satisfaction=whole(0, 100),
)

PLAY = record(
    scenario=TEXT,
    hash=HASH,
    rulebook=HASH,
    path=rows(TEXT),
    passbook=rows(
        record(
            day=whole(0, 10_000),
            scene=TEXT,
            choice=or_null(TEXT),
            principle=one_of(*PRINCIPLES),
            amount=whole(-200, 200),
            balance=whole(-100, 100),
            reason=TEXT,
        )
    ),
    outcome=record(
        credit=whole(-100, 100),
        standing=whole(-100, 100),
        trust=WHOLE,
        band=one_of(*BANDS),
        deal=one_of(*get_args(Deal)),
        price_percent=whole(0, 100),
        considerations=rows(TEXT),
        scarred=YES_OR_NO,
        years=YEARS,
    ),
    promises=rows(
        record(
            id=TEXT,
            made_day=whole(0, 10_000),
            due_day=or_null(whole(0, 10_000)),
            status=one_of("open", "kept", "kept_late", "broken"),
        )
    ),
    regret=or_null(rows(record(scene=TEXT, choice=TEXT, before=WHOLE, after=WHOLE))),
)

LINE = or_null(record(trust=WHOLE, path=rows(TEXT)))

EXPLORE = record(
    exact=YES_OR_NO,
    paths=DIGITS,
    states=whole(1, 10**9),
    decisions_max=whole(0, 10_000),
    best=LINE,
    worst=LINE,
    bands=exactly(**dict.fromkeys(BANDS, DIGITS)),
    policies={
        "type": "object",
        "propertyNames": one_of(*POLICIES),
        "additionalProperties": record(
            trust_mean=NUMBER,
            bands=exactly(**dict.fromkeys(BANDS, SHARE)),
            deal_rate=SHARE,
            value_mean=or_null(NUMBER),
        ),
    },
    choices=rows(
        record(
            scene=TEXT,
            choice=TEXT,
            reached=YES_OR_NO,
            ever_best=or_null(YES_OR_NO),
            always_best=or_null(YES_OR_NO),
            ever_matters=or_null(YES_OR_NO),
        )
    ),
    unreached_bands=rows(one_of(*BANDS)),
)

CHECK = rows(
    record(
        code={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        severity=one_of("fault", "advice"),
        file=TEXT,
        line=whole(1, 10**7),
        column=whole(1, 10**7),
        message=TEXT,
        hint=ANY_TEXT,
    )
)

LIST = rows(
    record(
        id=TEXT,
        title=ANY_TEXT,
        customer=ANY_TEXT,
        company=ANY_TEXT,
        level=ANY_TEXT,
        minutes=whole(0, 10_000),
        teaches=rows(one_of(*PRINCIPLES)),
        summary=ANY_TEXT,
        languages=rows(TEXT),
        file=TEXT,
        shipped=YES_OR_NO,
        faults=whole(0, 10**6),
        error=or_null(TEXT),
    )
)

CLASS = record(
    classes=rows(
        record(
            scenario=TEXT,
            hash=HASH,
            title=TEXT,
            customer=TEXT,
            meetings=whole(1, 10**6),
            small=YES_OR_NO,
            best=or_null(record(trust=WHOLE, value=or_null(WHOLE))),
            currency=or_null(TEXT),
            bands=or_null(exactly(**dict.fromkeys(BANDS, whole(0, 10**6)))),
            deals=or_null(exactly(**dict.fromkeys(get_args(Deal), whole(0, 10**6)))),
            outline=exactly(days=rows(WHOLE), low=rows(NUMBER), median=rows(NUMBER), high=rows(NUMBER)),
            decisions=rows(
                record(
                    scene=TEXT,
                    title=ANY_TEXT,
                    line=ANY_TEXT,
                    came=whole(1, 10**6),
                    spread=SHARE,
                    choices=rows(
                        record(
                            choice=TEXT,
                            text=TEXT,
                            act=YES_OR_NO,
                            took=whole(0, 10**6),
                            bands=exactly(**dict.fromkeys(BANDS, whole(0, 10**6))),
                            mean_trust=or_null(NUMBER),
                            best=YES_OR_NO,
                            principle=ANY_TEXT,
                        )
                    ),
                )
            ),
            promises=rows(
                record(
                    promise=TEXT,
                    text=TEXT,
                    made=whole(1, 10**6),
                    kept=whole(0, 10**6),
                    broken=whole(0, 10**6),
                    renegotiated=whole(0, 10**6),
                    open=whole(0, 10**6),
                )
            ),
            seats=rows(
                record(
                    number=whole(1, 10**6),
                    started={"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                    language=TEXT,
                    coached=YES_OR_NO,
                    trust=WHOLE,
                    band=one_of(*BANDS),
                    deal=one_of(*get_args(Deal)),
                    value=or_null(WHOLE),
                    given_percent=whole(0, 100),
                    share_percent=or_null(whole(0, 100)),
                    predicted=or_null(one_of(*BANDS)),
                    feeling=or_null(TEXT),
                    resolve=or_null(TEXT),
                    principles={"type": "object", "propertyNames": one_of(*PRINCIPLES)},
                    promises=rows(record(id=TEXT, status=one_of("open", "kept", "kept_late", "broken"))),
                )
            ),
        )
    ),
    troubles=rows(record(file=TEXT, code=TEXT, told=TEXT)),
)

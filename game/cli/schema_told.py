"""``schema``: what editors complete a scenario from, as it ships in ``assets/scenario.schema.json``."""

from game.cli.desk import FINE, Desk
from game.format.schema import schema


def show_schema(desk: Desk) -> int:
    """Print the JSON Schema of a scenario, with the personas of the rulebook."""
    desk.say_json(schema(desk.library.rulebook().personas))
    return FINE

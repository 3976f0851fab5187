"""What goes on, in the words of the hand that was used last."""

from game.screens.stage import Host


def going_on(app: Host) -> str:
    """The key, button or click that goes on."""
    match app.hand:
        case "mouse":
            return app.backstage.words("Click")
        case "pad":
            return "A"
        case "keys":
            return "Enter"

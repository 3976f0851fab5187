"""The headings of the report, and the places of a story, in the language of a person."""

from game.format.words import Words


def labels(words: Words) -> dict[str, str]:
    """Every heading by the name its template uses."""
    return {
        "teaches": words("Teaches"),
        "comma": words(", "),
        "colon": words(": "),
        "marks": words(
            "Right of a scene: how much of random play comes to it. Right of a choice: how much takes it "
            "there, and the trust it gives up on average, which also colours its mark from green to red."
        ),
        "semicolon": words("; "),
        "sampled": words("Too large to walk every path: these numbers are from a sample."),
        "random": words("Where random choices end"),
        "advice": words("Advice"),
        "no_advice": words("Nothing to advise."),
        "story": words("The story"),
        "policies": words("Where each way of selling ends"),
        "policy": words("Policy"),
        "mean_trust": words("Mean trust"),
        "signed": words("Signed"),
        "mean_value": words("Mean value"),
        "outcome": words("Trust outcome"),
        "best": words("The best path"),
        "worst": words("The worst path"),
        "trust": words("Trust"),
        "always": words("Best whatever came before"),
        "never": words("Choices that never matter"),
        "text": words("The whole text"),
        "understood": words("Understood"),
        "better": words("Better"),
        "epilogue": words("Last words, by trust outcome"),
        "questions": words("Questions for a class"),
    }


def place_name(place: str, words: Words) -> str:
    """A place of the format in words; its id for one not known here."""
    return {
        "meeting_room": words("Meeting room"),
        "office": words("Office"),
        "factory": words("Factory"),
        "clinic": words("Clinic"),
        "shop": words("Shop"),
        "warehouse": words("Warehouse"),
        "street": words("Street"),
        "phone": words("On the phone"),
        "video": words("Video call"),
    }.get(place, place)

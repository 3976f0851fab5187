"""Writes anew the tables on the pages that list the examples.

``python -m tests.docs.renew_examples``, after an example was added or the first line of its comment changed.
"""

from tests.docs.examples import LANGS, PAGES, with_tables


def main() -> None:
    """Write both pages."""
    for lang in LANGS:
        PAGES[lang].write_text(with_tables(PAGES[lang].read_text("utf-8"), lang), "utf-8")


if __name__ == "__main__":
    main()

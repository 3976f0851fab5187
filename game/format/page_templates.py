"""The templates of pages in HTML: filled so that no text of a person is ever taken for a tag."""

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined


class PageTemplates:
    """Templates by their names, each of which is read once however many pages are made of it."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._environment = Environment(
            loader=DictLoader(dict(templates)), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip

    def filled(self, name: str, **values: Any) -> str:  # noqa: ANN401 (what a page shows is of every kind)
        """A page; raises ``jinja2.UndefinedError`` for a value its template asks for and does not get."""
        return self._environment.get_template(name).render(**values)

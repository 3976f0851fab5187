"""A real browser, Chromium, led by Playwright: one for all tests of a process, a clean profile for each page.

Playwright's own browsers are not asked for: the one of the system is what a person has.
"""

import shutil
from contextlib import contextmanager

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# As root there is no sandbox, and a container has little shared memory.
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@contextmanager
def browser():
    """The browser, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where no browser is, it is not wanted

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        try:
            yield opened
        finally:
            opened.close()


class Reader:
    """Opens pages as a person does who was given the file; ``complaints``: whatever went wrong meanwhile."""

    def __init__(self, opened, folder):
        self._context = opened.new_context(viewport={"width": 1280, "height": 900})
        self._file = folder / "page.html"
        self.complaints: list[str] = []
        self._context.on("console", lambda told: self.complaints.append(f"{told.type}: {told.text}"))
        self._context.on("weberror", lambda told: self.complaints.append(str(told.error)))
        self._context.on("request", self._asked)
        self.page = self._context.new_page()

    def _asked(self, request):
        if request.url != self._file.as_uri():
            self.complaints.append(f"asked for {request.url}")

    def open(self, text):
        """Show this page, whole; gives Playwright's page."""
        self._file.write_text(text, encoding="utf-8")
        self.page.goto(self._file.as_uri(), wait_until="load")
        return self.page

    def width_at(self, width):
        """How wide the page is where the window is ``width`` pixels wide."""
        self.page.set_viewport_size({"width": width, "height": 800})
        return self.page.evaluate("document.documentElement.scrollWidth")

    def smallest_letters(self):
        """The size of the smallest letters that are seen, in pixels of the screen, in drawings too."""
        return self.page.evaluate(
            """() => {
                const sizes = [];
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const around = walk.currentNode.parentElement, range = document.createRange();
                    range.selectNodeContents(walk.currentNode);
                    if (!walk.currentNode.data.trim() || !range.getClientRects().length) continue;
                    const drawing = around.closest('svg');
                    const scale = drawing ? drawing.getScreenCTM().a : 1;
                    sizes.push(parseFloat(getComputedStyle(around).fontSize) * scale);
                }
                return Math.min(...sizes);
            }"""
        )

    def close(self):
        """Close the page and all it kept."""
        self._context.close()

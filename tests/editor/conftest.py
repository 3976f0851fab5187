"""The schema is proven with the server that editors use: node and yaml-language-server.

`.ci/run` installs it (`npm install --prefix .editor yaml-language-server`). Where it is missing
these tests are not collected, and pytest says so.
"""

from tests.editor.language_server import MISSING

collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_report_header():
    """Say in pytest's first lines when there is no language server."""
    return f"no tests of the schema in an editor: {', '.join(MISSING)} not installed" if MISSING else ""

"""What is written for a browser, looked at in a real one.

Where there is no Chromium these tests are not collected; the tests of the pages' words run everywhere.
"""

from tests.browser.chromium import CHROMIUM

collect_ignore = [] if CHROMIUM else ["test_review_page.py"]

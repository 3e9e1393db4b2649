"""From choosing another month to the last change of chart, table or words, in a real browser, beside Dash."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import Page, sync_playwright

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import PORT, ROOT, answers, demo_record, server, until
from tests.browser.served import ARGUMENTS, browser_path

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {1: "April", 2: "May", 3: "June"}
CHANGES = 12
MOST = 1.0
DRAWN = """
([said]) => new Promise((resolve) => {
  const start = window.chosenAt;
  let drawn = performance.now();
  const within = (one) => (one.target.closest ?? (() => null)).call(one.target, ".js-plotly-plot, table, h1, p");
  const count = new MutationObserver((seen) => { if (seen.some(within)) drawn = performance.now(); });
  count.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  const look = () => {
    const now = performance.now();
    if (document.body.innerText.includes(said) && now - drawn > 250) { count.disconnect(); resolve(drawn - start); }
    else if (now - start > 20000) { count.disconnect(); resolve(NaN); }
    else requestAnimationFrame(look);
  };
  look();
})
"""
REMEMBER = "document.addEventListener('click', () => { window.chosenAt = performance.now(); }, true)"


def milliseconds_in_dash(page: Page) -> list[float]:
    """Press one month's button after the other."""
    found = []
    for number in range(CHANGES):
        month = 1 + number % 3
        page.locator(f"#month-{month}").click()
        found.append(float(page.evaluate(DRAWN, [f"month {month} ({NAMES[month]})"])))
    return found


def milliseconds_in_ours(page: Page) -> list[float]:
    """Choose one month after the other in the sidebar."""
    found = []
    for number in range(CHANGES):
        month = 1 + number % 3
        page.get_by_role("combobox", name="Month").click()
        page.get_by_role("option", name=NAMES[month]).click()
        found.append(float(page.evaluate(DRAWN, [f"month {month} ({NAMES[month]})"])))
    return found


@contextmanager
def dash_server(port: int) -> Iterator[str]:
    """Serve the Dash page until the block ends."""
    address = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.plain.variance_in_dash", str(port)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as started:  # fmt: skip
        try:
            until(lambda: answers(port))
            yield address
        finally:
            started.terminate()


def main() -> None:
    """Measure both in the same browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        page = browser.new_page()
        page.add_init_script(REMEMBER)
        with dash_server(PORT + 1) as address:
            page.goto(address)
            page.locator("#ytd .js-plotly-plot").wait_for()
            theirs = milliseconds_in_dash(page)
        with demo_record() as database, server(ROOT / "app.py", database) as served:
            page.goto(f"http://127.0.0.1:{served.port}/month-end-variance")
            page.locator(".js-plotly-plot").first.wait_for()
            ours = milliseconds_in_ours(page)
    hand_over(Ratio("change of month in the browser, beside Dash", median(ours[3:]), median(theirs[3:]), MOST, "ms"))


if __name__ == "__main__":
    main()

"""Take the pictures of docs/images from a freshly served demonstration: `python -m docs.make_screenshots [FOLDER]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ALL_DRAWN, READY, WIDE
from tests.browser.served import ARGUMENTS, PAGES, ROOT, browser_path, serve
from tests.browser.using import NARROW

IMAGES = Path(__file__).resolve().parent / "images"
HIGHEST = 1_500  # pixels; what follows further down is seen in the application itself
SHOWN = {"scheme": "?ref=Q18-042", "edit-scheme": "?ref=Q18-042"}
"""What a page is asked to show, where it shows little by itself."""
DRAWN = 1_500  # milliseconds for the last chart to stand still


def main(folder: Path) -> None:
    """Take each page in a wide window, and the first in a narrow one."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        database = Path(scratch) / "record.sqlite"
        subprocess.run([sys.executable, "-m", "recovery", "demo", "--db", database], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        with serve(database) as served:
            take(browser, served.address, NARROW, folder / "summary-narrow.png")
            for _, title, address in PAGES:
                name = f"{address or 'summary'}.png"
                take(browser, f"{served.address}/{address}{SHOWN.get(address, '')}", WIDE, folder / name)
                print(f"{title}: {name}")


def take(browser: Browser, address: str, size: tuple[int, int], path: Path) -> None:
    """Take one page in a window of one size, as high as the page is but for very long ones."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    page.locator("h1").first.wait_for()
    page.locator(READY).wait_for()
    page.wait_for_function(ALL_DRAWN)
    height = page.evaluate("Math.max(...[...document.querySelectorAll('section, main')].map((e) => e.scrollHeight))")
    page.set_viewport_size({"width": size[0], "height": min(int(height), HIGHEST)})
    page.wait_for_timeout(DRAWN)
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)

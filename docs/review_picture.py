"""Take the picture of the page for review: a figure is opened, and its source stands beside it.

python docs/review_picture.py PAGE PICTURE
"""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FIGURE = "communications.2020..2023"
WIDTH, HEIGHT = 1400, 860


def main(page_file: str, picture: str) -> None:
    """Open the page at the figure, and take the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light").new_page()
        page.goto(f"{Path(page_file).resolve().as_uri()}#figure:{FIGURE}")
        taken = page.screenshot()
        browser.close()
    Image.open(BytesIO(taken)).convert("RGB").quantize(128, Image.Quantize.FASTOCTREE).save(picture, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""reportgen's own page as PDF/UA with nothing but WeasyPrint.

python benchmarks/rivals/weasyprint_alone.py PREPARED OUT.pdf
"""

import sys
from pathlib import Path

import weasyprint


def main(prepared: Path, out: Path) -> None:
    """Read the page, lay it out, write it."""
    page = weasyprint.HTML(filename=prepared / "page.html")
    page.write_pdf(out, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

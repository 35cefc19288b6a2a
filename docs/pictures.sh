#!/bin/sh
# The pictures of the documentation, made anew from what this repository builds: make pictures
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/reportgen build inputs --to pdf --out "$work" >"$work/log" 2>&1
page=$(for n in $(seq 2 30); do
    pdftotext -f "$n" -l "$n" "$work/CCPR-C-KAZ-3.pdf" - 2>/dev/null | grep -q '384 criminal cases' && echo "$n" && break
done)
pdftoppm -r 70 -f "$page" -l "$page" -singlefile -png "$work/CCPR-C-KAZ-3.pdf" docs/images/page
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
    examples/minimal/submissions/interior.xlsx >"$work/log" 2>&1
pdftoppm -r 100 -f 3 -l 3 -x 70 -y 70 -W 1040 -H 115 -singlefile -png "$work/interior.pdf" docs/images/replies
pdftoppm -r 100 -f 4 -l 4 -x 70 -y 70 -W 1040 -H 60 -singlefile -png "$work/interior.pdf" docs/images/indicators

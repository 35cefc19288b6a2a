#!/bin/sh
# The pictures of the documentation, made anew from what this repository builds: make pictures
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A page of the report.
.venv/bin/reportgen build inputs --to pdf --out "$work" >"$work/log" 2>&1
page=$(for n in $(seq 2 30); do
    pdftotext -f "$n" -l "$n" "$work/CCPR-C-KAZ-3.pdf" - 2>/dev/null | grep -q '384 criminal cases' && echo "$n" && break
done)
pdftoppm -r 70 -f "$page" -l "$page" -singlefile -png "$work/CCPR-C-KAZ-3.pdf" docs/images/page

# The sheets of a workbook as an agency gets it: the example, one year on, with what the agency sent as the last cycle.
cp -r examples/minimal "$work/next"
mkdir "$work/next/previous"
mv "$work/next/submissions/interior.xlsx" "$work/next/previous"
sed -i 's/2021, 2022, 2023\]/2022, 2023, 2024]/; s/submissions_due: 2024/submissions_due: 2025/' "$work/next"/*.yaml
.venv/bin/reportgen workbooks "$work/next" --agency interior --out "$work" >"$work/log"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
    "$work/interior.xlsx" >"$work/log" 2>&1
picture() { # name, page, height in pixels, pixels an inch
    pdftoppm -r "$4" -f "$2" -l "$2" -x 30 -y 35 -W 1185 -H "$3" -singlefile -png "$work/interior.pdf" "docs/images/$1"
}
picture start 1 740 130
picture replies 3 290 105
picture indicators 4 340 105

# The status of the real project, as it is printed.
cp -r inputs "$work/kaz-3"
sed -i 's/^  due: 2024$/&\n  submissions_due: 2024-01-31/' "$work/kaz-3/report.yaml"
.venv/bin/reportgen status "$work/kaz-3" --date 2024-01-20 --format html --out "$work/status.html" >"$work/log"
.venv/bin/python -m weasyprint "$work/status.html" "$work/status.pdf" 2>"$work/log"
pdftoppm -r 90 -f 1 -l 1 -x 30 -y 40 -W 995 -H 665 -singlefile -png "$work/status.pdf" docs/images/status

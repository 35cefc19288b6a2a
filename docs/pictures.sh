#!/bin/sh
# The pictures of the documentation, made anew from what this repository builds: make pictures
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Pages of the report: its text, its contents, its annex.
.venv/bin/reportgen build inputs --to pdf --out "$work" >"$work/log" 2>&1
page() { # document, words on the page, name
    n=2
    while ! pdftotext -f "$n" -l "$n" "$work/$1.pdf" - | grep -q "$2"; do
        n=$((n + 1))
    done
    pdftoppm -r 70 -f "$n" -l "$n" -gray -singlefile -png "$work/$1.pdf" "docs/images/$3"
}
page CCPR-C-KAZ-3 '384 criminal cases' page
page CCPR-C-KAZ-3 Contents contents
page CCPR-C-KAZ-3 'Senior managers disciplined' annex

# A page in Arabic.
.venv/bin/reportgen build examples/arabic --to pdf --out "$work" >"$work/log" 2>&1
pdftoppm -r 70 -f 2 -l 2 -gray -singlefile -png "$work/CCPR-C-NRS-3.pdf" docs/images/arabic
.venv/bin/reportgen build examples/russian --to pdf --out "$work" >"$work/log" 2>&1
pdftoppm -r 70 -f 2 -l 2 -gray -singlefile -png "$work/CCPR-C-ARC-3.pdf" docs/images/russian

# A page in French, Spanish and Chinese (which needs the font of .ci/system chinese): a small project made for each.
small() { # language, State, agency, part, question, label, unit, source, text, name
    mkdir -p "$work/$1/submissions"
    printf 'state: {name: "%s", code: ARC}\ntreaty: ccpr\ndocument: periodic\nprocedure: simplified\ncycle: 3\n' "$2" >"$work/$1/report.yaml"
    printf '%s\n' 'symbol: CCPR/C/ARC/3' 'list_of_issues: CCPR/C/ARC/QPR/3' "language: $1" 'dates: {due: 2024}' \
        'reporting_years: [2021, 2022, 2023]' >>"$work/$1/report.yaml"
    printf 'agencies: [{code: justice, name: "%s"}]\n' "$3" >"$work/$1/agencies.yaml"
    printf 'parts: [{title: "%s", themes: [{issues: [{number: 1, text: "%s", agencies: [justice]}]}]}]\n' "$4" "$5" >"$work/$1/issues.yaml"
    printf 'agency: justice\nindicators:\n  aid: {label: "%s", unit: %s, issue: 1, source: "%s", values: {2021: 1180, 2022: 1342, 2023: 1507}}\nreplies:\n  - {issue: 1, text: "%s"}\n' \
        "$6" "$7" "$8" "$9" >"$work/$1/submissions/justice.yaml"
    .venv/bin/reportgen build "$work/$1" --to pdf --out "$work/$1/out" >"$work/log" 2>&1
    pdftoppm -r 80 -f 2 -l 2 -x 50 -y 40 -W 560 -H 180 -gray -singlefile -png "$work/$1/out/CCPR-C-ARC-3.pdf" "docs/images/${10}"
}
small fr Arcanie 'Ministère de la justice' 'Renseignements d’ordre général' 'Décrire l’aide juridictionnelle.' \
    'bénéficiaires de l’aide juridictionnelle' '{one: personne, other: personnes}' 'Registre de l’aide juridictionnelle' \
    'En {{ aid | last_period }}, {{ aid | compared(unit=True) }} ont reçu une aide juridictionnelle. Le nombre de bénéficiaires {{ aid | change }}.' french
small es Arcania 'Ministerio de Justicia' 'Información general' 'Describir la asistencia jurídica.' \
    'beneficiarios de asistencia jurídica' '{one: persona, other: personas}' 'Registro de Asistencia Jurídica' \
    'En {{ aid | last_period }} recibieron asistencia jurídica {{ aid | compared(unit=True) }}. El número de beneficiarios {{ aid | change }}.' spanish
small zh 阿卡尼亚 司法部 一般情况 请说明法律援助情况。 获得法律援助者 '{one: 人, other: 人}' 法律援助登记册 \
    '{{ aid | last_period }}，{{ aid | compared(unit=True) }}获得法律援助。受援人数{{ aid | change }}。' chinese

# Notes and a quotation: the example, with a source, a note and a quotation written into it.
cp -r examples/minimal "$work/notes"
sed -i -e "s/unit=True) }}\. Within/unit=True) }}.{{ source('legal_aid') }} Within/" \
    -e 's/income (see \(.*\) A court may at their request:/income[^1] (see \1 The Act says:\n\n      > No victim shall remain without protection for want of means.\n\n      A court may at the request of the victim:/' \
    -e '$s/$/\n\n      [^1]: Act on Legal Aid, article 4./' "$work/notes/submissions/justice.yaml"
.venv/bin/reportgen build "$work/notes" --to pdf --out "$work" >"$work/log" 2>&1
page CCPR-C-ARC-2 'for want of means' notes

# What commands print: the audit as a page, the budget as on a screen.
.venv/bin/reportgen audit inputs --format html >"$work/audit.html" || true # it ends with 1, since it finds something
.venv/bin/python -m weasyprint "$work/audit.html" "$work/audit.pdf" 2>"$work/log"
pdftoppm -r 70 -f 1 -l 1 -x 25 -y 35 -W 530 -H 755 -singlefile -png "$work/audit.pdf" docs/images/audit
{
    printf '<meta charset="utf-8"><style>@page { size: 460pt 390pt; margin: 8pt } pre { font: 9pt/1.3 monospace; margin: 0 }</style><pre>'
    .venv/bin/reportgen budget inputs | sed -e '/^   issue 5 /,/^   issue 26 /c\   …' \
        -e '/^justice /,/^defence /c\…' -e '/^   4\. /,$d' -e 's/&/\&amp;/g; s/</\&lt;/g'
} >"$work/budget.html"
.venv/bin/python -m weasyprint "$work/budget.html" "$work/budget.pdf" 2>"$work/log"
pdftoppm -r 100 -f 1 -l 1 -gray -singlefile -png "$work/budget.pdf" docs/images/budget

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

# The sheet that shows how the report will read, in what comes back from the agency that sent its workbook.
cp -r examples/minimal "$work/answered"
.venv/bin/reportgen feedback "$work/answered" --agency interior --out "$work/back" >"$work/log"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/back" \
    "$work/back/interior.xlsx" >"$work/log" 2>&1
pdftoppm -r 105 -f 2 -l 2 -x 30 -y 35 -W 1185 -H 400 -singlefile -png "$work/back/interior.pdf" docs/images/reading

# The status of the real project, as it is printed.
cp -r inputs "$work/kaz-3"
sed -i 's/^  due: 2024$/&\n  submissions_due: 2024-01-31/' "$work/kaz-3/report.yaml"
.venv/bin/reportgen status "$work/kaz-3" --date 2024-01-20 --format html --out "$work/status.html" >"$work/log"
.venv/bin/python -m weasyprint "$work/status.html" "$work/status.pdf" 2>"$work/log"
pdftoppm -r 90 -f 1 -l 1 -x 30 -y 40 -W 995 -H 665 -singlefile -png "$work/status.pdf" docs/images/status

# A redline in LibreOffice: the example, before and after a figure, some words and a paragraph were changed.
cp -r examples/minimal "$work/drafts"
.venv/bin/reportgen build "$work/drafts" --to docx --out "$work/sent" >"$work/log" 2>&1
sed -i -e 's/1507/1517/; s/women: 849/women: 859/' -e 's/valid for up to one year/valid for up to two years/' \
    -e 's/^\( *\)Such protection/\1A breach of an order is an offence.\n\n\1Such protection/' "$work/drafts/submissions/justice.yaml"
.venv/bin/reportgen redline "$work/sent/CCPR-C-ARC-2.docx" "$work/drafts" --out "$work/redline.docx" \
    --author "Ministry of Justice" --date 2024-03-01 >"$work/log"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
    "$work/redline.docx" >"$work/log" 2>&1
pdftoppm -r 80 -f 2 -l 2 -x 40 -y 85 -W 590 -H 515 -singlefile -png "$work/redline.pdf" docs/images/redline

# The page for review, with a figure opened, in the browser of the system.
.venv/bin/reportgen review inputs --out "$work/review.html" >"$work/log"
.venv/bin/python docs/review_picture.py "$work/review.html" docs/images/review.png

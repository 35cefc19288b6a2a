# make report   set up, then build inputs/ and say where the DOCX and the PDF are
# make test     set up, then run the one check command
# make check    format, lint, types, import rules, tests (needs a set-up .venv)
# make test-browser  the pages in Chromium: accessible, nothing scrolls sideways, no figure breaks (Debian; .ci/system)
# make golden   write what the tests give as the new golden files; read the diff like code
# make race     receive 200 pairs of submissions at once; none may be lost
# make mutants  put bugs into a copy, and tell which of them no test catches; SAMPLE=n SEED=s tries mutants as well
# make rereading  write sentences from made-up data and read them back; MINUTES=600 PROCESSES=2 for longer, goes on where it stopped
# make corpus   read workbooks of other projects twice, by reportgen and by openpyxl; CORPUS=FOLDER for more of them
# make pictures make the pictures of the documentation anew
# make bench    measure, against other tools, in one run

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: report test test-browser check golden race mutants bench corpus rereading pictures clean

report: .venv/for-use
	@.ci/system use || true
	@$(BIN)/reportgen build inputs --to docx,pdf

test: .venv/for-development
	@.ci/system development
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

test-browser: .venv/for-development
	@.ci/system browser
	$(BIN)/pytest -m browser tests/browser

golden: .venv/for-development
	$(BIN)/pytest --update-golden

race: .venv/for-development
	$(BIN)/python tests/race.py 200

SAMPLE ?= 0
SEED ?= 0

mutants: .venv/for-mutants
	$(BIN)/python tests/mutants.py --sample $(SAMPLE) --seed $(SEED)

bench: .venv/for-benchmarks
	@.ci/system use
	$(BIN)/python benchmarks/run.py

# Source packages whose tests ship workbooks; nothing of them is installed or run but their build's metadata.
CORPUS_PACKAGES := agate-excel==0.4.2 frictionless==5.21.0 petl==1.7.30 pyexcel-xlsx==0.6.1 tablib==3.10.0
CORPUS ?=

MINUTES ?= 15
PROCESSES ?= 1

rereading: .venv/for-development
	$(BIN)/python benchmarks/rereading.py --minutes $(MINUTES) --processes $(PROCESSES)

corpus: .venv/for-development
	@mkdir -p build/corpus
	@for package in $(CORPUS_PACKAGES); do \
		$(PIP) download --no-deps --no-binary $${package%%=*} -d build/corpus $$package; done
	$(BIN)/python benchmarks/corpus.py --list build/corpus inputs examples $(CORPUS)

pictures: .venv/for-development
	docs/pictures.sh

clean:
	rm -rf .venv build dist inputs/build examples/*/build

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "reportgen needs Python 3.11 or later: sudo apt-get install python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || .ci/system python
	@$(PYTHON) -m venv .venv

.venv/for-use: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e .
	@touch $@

.venv/for-development: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ .venv/for-use

.venv/for-benchmarks: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e '.[bench]'
	@touch $@ .venv/for-use

.venv/for-mutants: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e '.[dev,mutants]'
	@touch $@ .venv/for-use .venv/for-development

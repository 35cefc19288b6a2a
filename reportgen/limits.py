"""Every limit of the program, with its reason. Inputs come from many hands; none may fill memory or disk."""

SHOWN_CHARACTERS = 60
"""Foreign text in a message is cut here, so that one bad cell cannot flood a terminal."""
SUGGESTIONS = 8
"""Names offered in a hint; more would not be read."""
PROBLEMS_OF_A_KIND = 100
"""Errors or warnings of one kind that are listed for one file; more are counted: nobody mends a hundred by list."""
PROBLEMS_OF_A_VALUE = 1_000
"""What the model refuses in one file, as far as it is put into words; more are counted."""
REMARKS_OF_A_KIND = 10
"""Remarks of one kind that are listed for one file; more are counted."""

FILE_BYTES = 20 * 1024 * 1024
"""A workbook. The largest that forty real agencies sent stays below 2 MB."""
YAML_BYTES = 8 * 1024 * 1024
"""A YAML file: sixteen times the 0.5 MB of a full report of 28,000 words."""
YAML_DEPTH = 20
"""Nesting in YAML; a submission needs seven."""
YAML_EVENTS = 250_000
"""Parser events of one YAML file: a full report needs about 20,000."""
TEMPLATE_BYTES = 1024 * 1024
"""A template; the shipped ones stay below 5 kB."""
PROJECT_FILES = 2_000
"""Files in `submissions/`: forty agencies with some versions each need a hundred."""

ZIP_ENTRIES = 2_000
"""Entries of a workbook's zip; Excel writes some twenty and one per sheet."""
ZIP_PART_BYTES = 40 * 1024 * 1024
"""One unpacked part, counted while streaming."""
ZIP_TOTAL_BYTES = 80 * 1024 * 1024
"""All unpacked parts of one workbook."""
XML_DEPTH = 64
"""Nesting in a part of a workbook; Excel writes fewer than ten levels."""
XML_ATTRIBUTES = 200
"""Attributes of one element; Excel writes fewer than forty."""
XML_ELEMENTS = 2_000_000
"""Elements of one part: a sheet of 100,000 rows with ten columns."""
XML_TAG_BYTES = 2 * 1024 * 1024
"""One start tag."""
SHEET_ROWS = 1_048_576
"""Rows that the format allows (ECMA-376 Part 1, 18.3.1.73)."""
SHEET_COLUMNS = 16_384
"""Columns that the format allows."""
SHEET_ROWS_READ = 20_000
"""Filled rows that are read of one sheet."""
SHEET_COLUMNS_READ = 200
"""Columns that are read of one sheet; fifty reporting years need sixty."""

SHEET_MERGES = 20_000
"""Merged ranges of one sheet: one for each of the rows that are read."""
CONDITIONAL_AREAS = 1_000
"""Areas of a sheet whose conditional formatting has a number format of its own; Excel divides a few into dozens."""
CONDITIONAL_CELLS = 1_000_000
"""Cells of a sheet, each once for every such area that it stands in: hundreds in any form."""
FORMULA_CELLS = 1_000_000
"""Cells of the ranges of all formulas of a workbook, each once for every formula: a total of ten parts has ten."""
FORMULA_CHARACTERS = 500
"""A formula that is worked out anew; the sums of real workbooks have twenty."""
FORMULA_DEPTH = 20
"""Brackets and signs within each other in such a formula."""
FORMULA_CHAIN = 5
"""Formulas that lead from one to the next; a total of subtotals on another sheet has three."""
BESIDE_A_SHEET = 1_000
"""Comments, or objects of a drawing, of one sheet that are looked at; a form has some thirty."""

REFERENCE_PART_BYTES = 4 * 1024 * 1024
"""One part of the Word file whose styles are used: with all of Word's own styles, it has less than 1 MB."""

NAME_CHARACTERS = 80
"""A key, a code, a unit."""
LABEL_CHARACTERS = 500
"""A label, a title, a source."""
TEXT_CHARACTERS = 200_000
"""The text of one reply; the longest of the real report has 14,000."""
DIGITS = 15
"""Significant digits of a figure: what Excel keeps exactly."""
REFERENCE_CHARACTERS = 2_000
"""One figure reference."""
MARKDOWN_NESTING = 20
"""Lists within lists."""
TABLE_SPAN = 200
"""Columns or rows of a table that one cell takes; a page holds far fewer."""
TABLE_HEADS = 4
"""Rows of heads of a table in a text: issues ask for two levels."""
PICTURE_BYTES = 5 * 1024 * 1024
"""A picture: a scanned page at 300 dots to the inch has 1 MB."""
PICTURE_PIXELS = 40_000_000
"""Pixels of a picture: a page at 600 dots to the inch has 35 million. They take 160 MB while it is decoded."""
DOCUMENT_WORDS = 1_000_000
"""Words of a whole document; the longest United Nations limit is 42,400."""
SPELLING_SECONDS = 60
"""How long the program that looks for misspelled words may take; for a whole report it needs a tenth of a second."""
FIRST_YEAR = 1900
LAST_YEAR = 2199
"""Years outside this range are slips of the keyboard."""
IMPORTED_TRIES = 1_000_000
"""Characters that an import writes out to try references in one paragraph; the fullest real one needs 200,000."""
IMPORTED_SENTENCE = 4_000
"""Characters of an issue's sentence that are searched for what it asks; the longest of real lists has 900."""
FIELD_DEPTH = 32
"""Fields of Word within fields; the deepest real ones stand three within each other."""
OPEN_BOOKMARKS = 64
"""Bookmarks that go on from one paragraph of a Word file to the next; real ones are a handful."""
COMPARED_WORDS = 4_000
"""Words of one paragraph that are compared word by word with another; the longest real one has 292."""
REPORT_TEXT_BYTES = 2 * 1024 * 1024
"""A report as a text file: a full one of 42,400 words has 0.3 MB."""
LOCK_SECONDS = 30
"""How long a command waits for another one that writes into the same project; a build of a full report takes ten."""
JOURNAL_BYTES = 4 * 1024 * 1024
"""The journal of a change of several files: 400 bytes a file."""
DOCUMENT_PARAGRAPHS = 30_000
"""Paragraphs of a Word file, cells of tables included, and lines of a text file: the longest United Nations limit of
42,400 words makes 1,500 paragraphs, and its tables as many cells. Each takes a fifth of a millisecond to read."""
COMPARED_CLAUSES = 100
"""Clauses of the same words with which a further one is compared; in real reports three are many."""
CACHE_BYTES = 200 * 1024 * 1024
"""Builds that are kept in a project; one of a full report, with a PDF, has 1 MB."""
SNAPSHOT_BYTES = 256 * 1024 * 1024
"""Bytes of a project that are read to see whether anything changed: twenty times a project with forty workbooks."""

"""Problems of the stage compose: references in agencies' text, templates, and the document that they give."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG501": error(
        "a reference that cannot be read",
        "the reference {text} cannot be read: {reason}",
        "write the key of an indicator between double braces, filters after a bar, straight quotation marks: "
        "{{{{ victims | compared(unit=True) }}}}",
        "What stands between double braces is read by fixed rules. A missing bracket, a curly quotation mark or a "
        "sign that has no place there makes it unreadable, and an unread reference would be printed as it stands.",
        "{{ victims | compared( }} – write {{ victims | compared }}",
    ),
    "RG502": error(
        "a reference that holds more than a reference may",
        "the reference {text} holds {what}, which has no place in it",
        "use only the key of an indicator, filters, and plain values in brackets: {{{{ victims | at(2020) }}}}",
        "Agencies' text is data, never a program: a reference may hold names of indicators, filters, numbers, words "
        "in quotation marks and lists of them. Everything else is refused, whoever wrote it.",
        "{{ victims.values }} – write {{ victims | by_year }}",
    ),
    "RG503": error(
        "a statement in agencies' text",
        "the text holds {text}, which only templates may use",
        "remove it; in agencies' text only figure references between double braces are read",
        "Marks such as {% and {# belong to templates. In agencies' text they are never run, and printing them would "
        "leave them in the report.",
        "{% if victims %} – write the sentence that is wanted",
    ),
    "RG504": error(
        "a reference without an end",
        "a reference begins at {text} and does not end",
        "close it with two braces: {{{{ victims }}}}",
        "Two opening braces begin a figure reference, and two closing ones end it, in the same paragraph.",
        "{{ victims | compared – write {{ victims | compared }}",
    ),
    "RG505": error(
        "a reference to a paragraph that does not exist",
        "nothing in the document has the key {key}",
        "correct the key, or give it to the paragraph that is meant; {known}",
        "A reference to a paragraph is printed with the number that the paragraph has in the end. The key must be the "
        "one that the reply gives, or agency, issue and position.",
        "{{ paragraph('fnud') }} – write {{ paragraph('fund') }}, and key: fund beside the reply that is meant",
    ),
    "RG506": error(
        "two blocks with the same key",
        "two parts of the document have the key {key}",
        "give one of them another key",
        "Keys are what references and bookmarks go by, so each may stand once in the whole document.",
        "two replies with key: fund – name one of them fund-law",
    ),
    "RG507": error(
        "a template that cannot be read",
        "the template cannot be read: {reason}",
        "correct the line, or remove the file to use the shipped template",
        "Templates are Jinja. What cannot be read as a template stops the build before anything is written.",
        "{% if part.title } – write {% if part.title %}",
    ),
    "RG508": error(
        "a template that cannot be run",
        "the template stops here: {reason}",
        "correct the line, or remove the file to use the shipped template; {known}",
        "Templates are strict about names: an unknown one is an error and never an empty place in a report. They run "
        "in a sandbox that gives them the report and nothing else.",
        "{{ repotr.symbol }} – write {{ report.symbol }}",
    ),
    "RG509": error(
        "an indicator with a reserved key",
        "the key {key} is needed by the templates themselves",
        "choose another key for the indicator",
        "Templates see every indicator under its key, beside a few names of their own such as report and part.",
        "report: {values: …} under indicators – call it cases_reported",
    ),
    "RG510": error(
        "an unknown element in a template",
        "the template writes <{tag}>, which a report does not have",
        "use the elements that a report has; {known}",
        "Templates write the few elements that the document knows, so that Word, PDF and HTML can all show them. "
        "Looks are not given here: they belong to the writers.",
        "<div> – write <section>, <p> or a list",
    ),
    "RG511": error(
        "an element that is not closed",
        "the template opens <{tag}> and does not close it",
        "close it with </{tag}> before the element around it ends",
        "Every element is closed where it was opened, so that no part of the report slips into another.",
        "<p>text <em>words</p> – write <p>text <em>words</em></p>",
    ),
    "RG512": error(
        "an element closed that was not open",
        "the template closes </{tag}>, which is not open",
        "remove it, or open <{tag}> where it begins",
        "A closing mark without its opening one shows that something before it is not as it was meant.",
        "text</p> – write <p>text</p>",
    ),
    "RG513": error(
        "text outside a paragraph",
        "the template writes “{text}” directly into <{tag}>",
        "put it into an element that may hold text, such as <p>",
        "Text outside paragraphs, headings and cells would have no number and no place in the document.",
        "<section>text</section> – write <section><p>text</p></section>",
    ),
    "RG514": error(
        "an unknown attribute in a template",
        "the template writes the attribute {attribute} on <{tag}>",
        "remove it; {known}",
        "Elements have only the attributes that the document knows: keys, classes, addresses. Looks and scripts have "
        "no place in a report's content.",
        '<p style="color: red"> – write <p>',
    ),
    "RG515": error(
        "an element where it may not stand",
        "the template writes <{tag}> inside {parent}",
        "close the element before it, or put <{tag}> where it belongs",
        "Paragraphs do not hold paragraphs, lists hold items and tables hold rows: otherwise numbers and structure "
        "could not be relied on.",
        "<p>text <ul>…</ul></p> – write <p>text</p> <ul>…</ul>",
    ),
    "RG516": error(
        "an unknown class in a template",
        "the template writes the class {name} on <{tag}>",
        "use a class that the document knows; {known}",
        "A class says what a line of the first page or a paragraph is. An unknown one would silently lose the line.",
        '<p class="sybmol"> – write <p class="symbol">',
    ),
    "RG517": error(
        "a figure that nothing stands for",
        "the template writes a figure {value} that no reference gave",
        "write the reference itself: {{{{ victims }}}}",
        "Figures get into a report through references only, so that each can be followed back to its cell.",
        '<data value="7"></data> – write {{ victims }}',
    ),
    "RG518": error(
        "a link that leads nowhere",
        "the address of the link {address} is not one that a report may have",
        "write a full address that begins with https:// or mailto:, or a reference such as #fund",
        "Links in a report lead to pages or to other paragraphs. Files, scripts and other addresses are refused.",
        "[form](file:///C:/form.doc) – write the name of the form without a link",
    ),
    "RG519": error(
        "a note mark without its note",
        "the text has the mark {note} and no note for it",
        "write the note in the same text, on a line of its own: {note}: The words of the note.",
        "A footnote is a mark in the text and, further down in the same text, a line that begins with the same mark "
        "and a colon.",
        "According to the Act[^1] – add the line [^1]: Act of 5 November 2022.",
    ),
    "RG520": warning(
        "an indicator that is printed nowhere",
        "the indicator {key} belongs to no issue and no text refers to it, so it is not printed",
        "name its issue, refer to it in a text, or say report: none",
        "A figure that an agency took the trouble to send should not be lost in silence.",
        "fines: {values: {2023: 5881}} without issue: 11",
    ),
    "RG521": warning(
        "HTML in agencies' text",
        "the text holds {text}, which is printed as it stands",
        "remove it; emphasis is written *so*",
        "Agencies' text is light Markdown. HTML in it has no effect and appears in the report letter for letter.",
        "<b>important</b> – write **important**, or better nothing: the United Nations does not use bold for emphasis",
    ),
    "RG522": error(
        "a reference whose brackets hold the wrong thing",
        "in {text}, the brackets do not hold what {name} needs",
        "write it so: {example}",
        "paragraph and table take one key in quotation marks, paragraphs one or more, reply the number of an issue "
        "without them, and source the key of an indicator. Numbers of paragraphs are never typed: they follow from "
        "where the paragraph stands in the end.",
        "{{ paragraph(14) }} – write {{ paragraph('fund') }}, with the key of the paragraph",
    ),
    "RG523": error(
        "a kind of reference that there is not",
        "the reference {text} asks for {name}(…), which there is not",
        "use one of the kinds of references that there are, or the key of an indicator without brackets; {known}",
        "A name with round brackets refers to something else than a figure: paragraph, paragraphs, reply, table, "
        "source. An indicator stands without brackets.",
        "{{ paragrah('fund') }} – write {{ paragraph('fund') }}",
    ),
    "RG524": warning(
        "a reference that names another kind of thing",
        "the text refers to {key} as a {asked}, and it is a {found}",
        "correct the key, or write {{{{ {found}('{key}') }}}}",
        "The report says what the key really is, so that the words are true; but the author probably meant another "
        "one.",
        "{{ table('fund') }} where fund is a paragraph – write {{ paragraph('fund') }}",
    ),
    "RG525": error(
        "a reference to what has no number",
        "the text refers to {key}, which has no number to be referred to by",
        'refer to a numbered paragraph or a table, or remove class="unnumbered" from the paragraph',
        "Paragraphs are cited by their numbers (UN Editorial Manual, footnotes and other references). What has none "
        "cannot be cited, and the reference would be empty in print.",
        '<p class="unnumbered" id="x"> with {{ paragraph(\'x\') }} – number it, or refer to the paragraph before it',
    ),
    "RG526": error(
        "a reference to the reply to an issue that the list does not have",
        "the text refers to the reply to issue {number}, and the list of issues has none of that number",
        "correct the number; {known}",
        "A reply is referred to by the number of its issue in the Committee's list, in issues.yaml.",
        "{{ reply(41) }} – write {{ reply(14) }}",
    ),
    "RG527": error(
        "a source that nobody has named",
        "the text asks for the source of {key}, which names none",
        "fill in the source of the indicator {key}, or remove the reference",
        "A footnote with the source of a figure is made from the field source of its indicator, so that it is the "
        "same wherever the figure stands.",
        "{{ source('victims') }} – write source: Register of the Compensation Fund beside the figures of victims",
    ),
    "RG528": error(
        "words in a reference that gets its words by itself",
        'the template writes words inside <a class="{name}">, which gets its words by itself',
        "remove the words, or remove the class to refer in words of your own",
        "What a reference of this kind says – paragraphs 5–7 above – is settled when all numbers are known. Words "
        "typed into it would be lost.",
        '<a class="paragraphs" href="#fund">the Fund</a> – write <a href="#fund">the Fund</a>',
    ),
    "RG529": error(
        "a list that nobody can gather",
        "the template writes <nav> with {classes}",
        'write <nav class="contents"> or <nav class="abbreviations">, with the title of the list inside',
        "The list of contents and the list of abbreviations are gathered from the document itself. The class says "
        "which of them stands there.",
        '<nav>Contents</nav> – write <nav class="contents">Contents</nav>',
    ),
    "RG530": info(
        "an abbreviation that is hardly used",
        "{short} is spelled out as “{full}” and {times} used after that",
        "write the full words and leave out ({short})",
        "The United Nations makes no abbreviation of what is mentioned once or twice only (UN Editorial Manual, "
        "abbreviations and acronyms). It is not put into the list of abbreviations.",
        "World Health Organization (WHO), and WHO nowhere else – write World Health Organization",
    ),
    "RG531": warning(
        "an abbreviation used before it is spelled out",
        "{short} is used here, and only spelled out as “{full}” further on",
        "write “{full} ({short})” here, and the short form alone where it is spelled out now",
        "An abbreviation is spelled out where it first stands, since nobody knows it before (UN Editorial Manual, "
        "abbreviations and acronyms). Which text comes first follows from the order of the issues.",
        "issue 1: NGOs were heard; issue 4: non-governmental organizations (NGOs) – move the full words to issue 1",
    ),
    "RG532": warning(
        "an abbreviation spelled out twice",
        "{short} is spelled out again as “{full}”",
        "write {short} alone: the full words stand further ahead",
        "After it was introduced, the short form is used everywhere. Agencies cannot know what others have spelled "
        "out already, so the coordinator settles it.",
        "two replies with non-governmental organizations (NGOs) – write NGOs in the second",
    ),
    "RG533": warning(
        "an abbreviation with two meanings",
        "{short} stands for “{other}” here, and for “{full}” further ahead",
        "use the short form for one of them only, and the same words for it everywhere",
        "A reader who looks a short form up must find one meaning. The list of abbreviations gives the first.",
        "Committee on Law and State (CLS) and Committee on Legal Services (CLS) – spell one of them out",
    ),
    "RG534": info(
        "full words where an abbreviation was introduced",
        "“{full}” is written out here, though {short} was introduced further ahead ({count} in all)",
        "write {short}",
        "After it was introduced, the short form is used everywhere (UN Editorial Manual, abbreviations and "
        "acronyms). Said once for each abbreviation, at the first such place.",
        "non-governmental organizations (NGOs), and later non-governmental organizations – write NGOs",
    ),
    "RG535": warning(
        "a reply within an annex",
        "“{reply}” stands after the heading of the annex “{annex}”, and so belongs to it",
        'move <h1 class="annex"> behind all replies, to the block annex of report.html.j2',
        "An annex goes on to the next one or to the end, and its words do not count against the limit. Replies in it "
        "would be missing from the count.",
        '<h1 class="annex"> in templates/replies/2.html.j2 – write it in templates/report.html.j2, {% block annex %}',
    ),
}

"""Problems of the stage compose: references in agencies' text, templates, and the document that they give."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG501": error(
        "a reference that cannot be read",
        "the reference {text} cannot be read: {reason}",
        "write the key of an indicator between double braces, filters after a bar, straight quotation marks: "
        "{{{{ victims | compared(unit=True) }}}}",
    ),
    "RG502": error(
        "a reference that holds more than a reference may",
        "the reference {text} holds {what}, which has no place in it",
        "use only the key of an indicator, filters, and plain values in brackets: {{{{ victims | at(2020) }}}}",
    ),
    "RG503": error(
        "a statement in agencies' text",
        "the text holds {text}, which only templates may use",
        "remove it; in agencies' text only figure references between double braces are read",
    ),
    "RG504": error(
        "a reference without an end",
        "a reference begins at {text} and does not end",
        "close it with two braces: {{{{ victims }}}}",
    ),
    "RG505": error(
        "a reference to a paragraph that does not exist",
        "nothing in the document has the key {key}",
        "correct the key, or give it to the paragraph that is meant; {known}",
    ),
    "RG506": error(
        "two blocks with the same key",
        "two parts of the document have the key {key}",
        "give one of them another key",
    ),
    "RG507": error(
        "a template that cannot be read",
        "the template cannot be read: {reason}",
        "correct the line, or remove the file to use the shipped template",
    ),
    "RG508": error(
        "a template that cannot be run",
        "the template stops here: {reason}",
        "correct the line, or remove the file to use the shipped template; {known}",
    ),
    "RG509": error(
        "an indicator with a reserved key",
        "the key {key} is needed by the templates themselves",
        "choose another key for the indicator",
    ),
    "RG510": error(
        "an unknown element in a template",
        "the template writes <{tag}>, which a report does not have",
        "use the elements that a report has; {known}",
    ),
    "RG511": error(
        "an element that is not closed",
        "the template opens <{tag}> and does not close it",
        "close it with </{tag}> before the element around it ends",
    ),
    "RG512": error(
        "an element closed that was not open",
        "the template closes </{tag}>, which is not open",
        "remove it, or open <{tag}> where it begins",
    ),
    "RG513": error(
        "text outside a paragraph",
        "the template writes “{text}” directly into <{tag}>",
        "put it into an element that may hold text, such as <p>",
    ),
    "RG514": error(
        "an unknown attribute in a template",
        "the template writes the attribute {attribute} on <{tag}>",
        "remove it; {known}",
    ),
    "RG515": error(
        "an element where it may not stand",
        "the template writes <{tag}> inside {parent}",
        "close the element before it, or put <{tag}> where it belongs",
    ),
    "RG516": error(
        "an unknown class in a template",
        "the template writes the class {name} on <{tag}>",
        "use a class that the document knows; {known}",
    ),
    "RG517": error(
        "a figure that nothing stands for",
        "the template writes a figure {value} that no reference gave",
        "write the reference itself: {{{{ victims }}}}",
    ),
    "RG518": error(
        "a link that leads nowhere",
        "the address of the link {address} is not one that a report may have",
        "write a full address that begins with https:// or mailto:, or a reference such as #fund",
    ),
    "RG519": error(
        "a note mark without its note",
        "the text has the mark {note} and no note for it",
        "write the note in the same text, on a line of its own: {note}: The words of the note.",
    ),
    "RG520": warning(
        "an indicator that is printed nowhere",
        "the indicator {key} belongs to no issue and no text refers to it, so it is not printed",
        "name its issue, refer to it in a text, or say report: none",
    ),
    "RG521": warning(
        "HTML in agencies' text",
        "the text holds {text}, which is printed as it stands",
        "remove it; emphasis is written *so*",
    ),
    "RG522": error(
        "a reference whose brackets hold the wrong thing",
        "in {text}, the brackets do not hold what {name} needs",
        "write it so: {example}",
    ),
    "RG523": error(
        "a kind of reference that there is not",
        "the reference {text} asks for {name}(…), which there is not",
        "use one of the kinds of references that there are, or the key of an indicator without brackets; {known}",
    ),
    "RG524": warning(
        "a reference that names another kind of thing",
        "the text refers to {key} as a {asked}, and it is a {found}",
        "correct the key, or write {{{{ {found}('{key}') }}}}",
    ),
    "RG525": error(
        "a reference to what has no number",
        "the text refers to {key}, which has no number to be referred to by",
        'refer to a numbered paragraph or a table, or remove class="unnumbered" from the paragraph',
    ),
    "RG526": error(
        "a reference to the reply to an issue that the list does not have",
        "the text refers to the reply to issue {number}, and the list of issues has none of that number",
        "correct the number; {known}",
    ),
    "RG527": error(
        "a source that nobody has named",
        "the text asks for the source of {key}, which names none",
        "fill in the source of the indicator {key}, or remove the reference",
    ),
    "RG528": error(
        "words in a reference that gets its words by itself",
        'the template writes words inside <a class="{name}">, which gets its words by itself',
        "remove the words, or remove the class to refer in words of your own",
    ),
    "RG529": error(
        "a list that nobody can gather",
        "the template writes <nav> with {classes}",
        'write <nav class="contents"> or <nav class="abbreviations">, with the title of the list inside',
    ),
    "RG530": info(
        "an abbreviation that is hardly used",
        "{short} is spelled out as “{full}” and {times} used after that",
        "write the full words and leave out ({short})",
    ),
    "RG531": warning(
        "an abbreviation used before it is spelled out",
        "{short} is used here, and only spelled out as “{full}” further on",
        "write “{full} ({short})” here, and the short form alone where it is spelled out now",
    ),
    "RG532": warning(
        "an abbreviation spelled out twice",
        "{short} is spelled out again as “{full}”",
        "write {short} alone: the full words stand further ahead",
    ),
    "RG533": warning(
        "an abbreviation with two meanings",
        "{short} stands for “{other}” here, and for “{full}” further ahead",
        "use the short form for one of them only, and the same words for it everywhere",
    ),
    "RG534": info(
        "full words where an abbreviation was introduced",
        "“{full}” is written out here, though {short} was introduced further ahead ({count} in all)",
        "write {short}",
    ),
    "RG535": warning(
        "a reply within an annex",
        "“{reply}” stands after the heading of the annex “{annex}”, and so belongs to it",
        'move <h1 class="annex"> behind all replies, to the block annex of report.html.j2',
    ),
}

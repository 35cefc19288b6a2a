"""Problems that `reportgen check` finds by reading templates, before any report meets them."""

from reportgen.diagnostics.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "RG540": warning(
        "a template that nothing asks for",
        "no template asks for this file, so it is never used",
        "give it the name of the template that it is to replace, or remove it; {known}",
    ),
    "RG541": warning(
        "a template for an issue that does not exist",
        "the list of issues has no issue {number}, so this template is never used",
        "give the file the number of the issue that is meant, or remove it; {known}",
    ),
    "RG542": error(
        "a name that templates do not know",
        "the template uses {name}, which there is not",
        "correct the name; {known}",
    ),
    "RG543": error(
        "a filter that templates do not have",
        "the template uses the {kind} {name}, which there is not",
        "correct it, or leave it out; {known}",
    ),
    "RG544": error(
        "a field that there is not",
        "the template asks for {name}, which there is not",
        "correct the word after the dot; {known}",
    ),
    "RG545": warning(
        "a comparison with a word that never comes",
        "the template compares {name} with “{value}”, which it never is",
        "correct the word, or remove the branch; {known}",
    ),
    "RG546": warning(
        "a branch that is never reached",
        "this branch is never reached: {reason}",
        "remove the branch, or correct its condition",
    ),
    "RG547": warning(
        "a macro that nothing calls",
        "the macro {name} is never called",
        "call it where it is meant, or remove it",
    ),
    "RG548": warning(
        "a block that the extended template does not have",
        "the block {name} is never printed: {base} has none of that name",
        "correct the name of the block; {known}",
    ),
    "RG549": warning(
        "text outside of all blocks",
        "this text is never printed: it stands outside of the blocks of a template that extends {base}",
        "put it into a block, such as {{% block lists %}}",
    ),
}

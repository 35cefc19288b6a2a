"""From indicators to sentences: facts, phrases, realised text; the words of each language are in `languages/`.

`Narrator` is the door. A reference such as `{{ victims | compared }}` becomes `subject("victims")`, then
`apply("compared", subject)`: a `Phrase`, which is a value. When a whole paragraph is there, `realise` writes its
phrases out as `Run`s that know which observations they came from. What cannot be told truly is a `PhraseError`.
"""

from reportgen.sentences.errors import PhraseError
from reportgen.sentences.filters import FILTERS
from reportgen.sentences.narrator import Narrator
from reportgen.sentences.phrase import Phrase, Source, TableCell, TableRow, TableSpec
from reportgen.sentences.realise import Run
from reportgen.sentences.view import Options, Subject

__all__ = [
    "FILTERS",
    "Narrator",
    "Options",
    "Phrase",
    "PhraseError",
    "Run",
    "Source",
    "Subject",
    "TableCell",
    "TableRow",
    "TableSpec",
]

"""A grammar of claims: what a text says about numbers and time.

- From characters to items: `passages` (sentences), `tokens`, then what stands at a token: `numerals`, `amounts`,
  `periods`, `dates`; `line` makes items of a sentence, `attach` gives its quantities nouns and periods.
- What sentences claim: `reading` calls the `forms/`, a form a module, and `across` joins neighbours. Values are in
  `model`.
- Time: `times` reads expressions, `governing` finds which of them holds for a figure, `fitting` compares it with a
  period.
- Typed numbers by their kind: `typed`, and `foreign` for other languages. Slips of a text: `author_notes`, `spacing`.
"""

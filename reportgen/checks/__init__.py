"""Everything that judges: a report by itself, its document, its texts and its templates.

`report` lists all checks; `finding` says what one sees and yields. A family a file: of the Report alone (`figures`,
`answers`, `questions`, `comments`, `small_numbers`), of the composed tree (`times`, `wording`, and `typed*`: numbers
and words that an author typed beside figures from data), of other languages (`languages`, `foreign_words`,
`version_texts`). The rules of the United Nations are in `editorial/`, and `style/` runs them over a project;
`templates/` reads templates.
"""

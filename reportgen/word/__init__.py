"""An edited report against its project: the data are composed anew (`building`), or were by a build that kept it
(`built`), and the Word file is compared with that.

`units` divides both, `align` pairs their units, `edits` says what was done to each. `verify` looks for every figure:
whether it stands (`figures`), and whether its words still mean it (`meanings`, `standing`, `heads`, `directions`).
`pull/` takes edits back into the inputs, `redline/` writes what changed between two documents as tracked changes, and
`corrigendum` says what is to be read for what.
"""

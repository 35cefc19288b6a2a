"""An edited report against its project: the data are composed anew, and the Word file is compared with that.

`building` composes them, unless a build of the same data has kept what is compared (`built`). `units` divides both,
`align` pairs their units, `edits` says what was done to each. `verify` looks for every figure: whether it stands
(`figures`), and whether its words still mean it (`meanings`, `standing`, `heads`, `directions`). `pull/` takes edits
back into the inputs, `redline/` writes what changed between two documents as tracked changes, and `corrigendum` says
what is to be read for what.
"""

"""The agencies' loop: workbooks out, workbooks in, feedback, status, clearances, the next cycle.

A module a step. Each takes a project's folder and gives values: what to write, what to show, what is wrong. Only the
command line writes files, through `files.output`.

- Begin and change a project: `start`, `rollover` (the next cycle), `symbol`, `upgrade`.
- Out: `workbooks`, of which `form/` writes one, a module a sheet; `remind`, as `mail` with a `calendar`.
- In: `receive` reads a file, `weighing` and `conflicts` judge it, `filing` names the files to be written; `versions`
  knows what was filed before, `undo` steps back, `edited` takes a coordinator's own edits, `corrected` makes
  corrected copies.
- Back: `feedback` finds what to look at (`problems`, `readings`), `marked/` marks it in a copy of what came in.
- At any time: `status/`, `budget`. To the end: `clear` and `cleared`, and `final`, which refuses what may not leave.
"""

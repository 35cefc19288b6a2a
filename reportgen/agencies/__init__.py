"""The agencies' loop: workbooks out, workbooks in, feedback, status, clearances, the next cycle.

A module a step. Each takes a project's folder and gives values: what to write, what to show, what is wrong. Only the
command line writes files, through `output`.
"""

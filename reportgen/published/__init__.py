"""Reports that exist already: audited, and made into projects.

`audit/` recomputes what a text claims, by the claims that `claims/` reads and, in `audit/general/`, by arithmetic
alone. `importer/` makes a project of a report, its figures as data, and proves that a build prints the same. `final`
audits a report of ours before it leaves.
"""

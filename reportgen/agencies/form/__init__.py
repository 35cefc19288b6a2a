"""Workbooks out: a submission as the workbook that intake reads back as the same submission."""

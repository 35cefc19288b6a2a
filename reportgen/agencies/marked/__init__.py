"""Marked copies: a workbook as an agency sent it, with every problem at its cell."""

"""The workbook that an agency fills in, a module a sheet."""

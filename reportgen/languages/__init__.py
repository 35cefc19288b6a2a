"""The languages of reports: a package each, of one shape."""

"""reportgen: from agencies' submissions to a State's report to a United Nations treaty body."""

__version__ = "0.1.0"

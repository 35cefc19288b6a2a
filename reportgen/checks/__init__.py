"""Everything that judges: a report by itself, its document, its texts and its templates."""

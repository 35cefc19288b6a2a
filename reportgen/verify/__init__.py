"""An edited Word file against the project that it was built from: what changed, and what the data say."""

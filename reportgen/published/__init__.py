"""Reports that exist already: audited, and made into projects."""

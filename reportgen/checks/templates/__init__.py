"""Templates, looked at before a report meets them."""

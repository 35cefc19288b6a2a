"""One page to look at: the report as it will print, in which every figure opens its source."""

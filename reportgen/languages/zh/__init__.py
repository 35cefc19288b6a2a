"""Chinese, as the United Nations write it."""

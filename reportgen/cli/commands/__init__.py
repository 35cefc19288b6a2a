"""The commands, one a module, each imported when it is called (`cli/table.py`): read the arguments, call, show."""

"""The forms that claims take, a module a form."""

"""The forms that claims take, a module a form: a line comes in, claims go out."""

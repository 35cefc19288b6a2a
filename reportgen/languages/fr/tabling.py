"""French heads, captions and notes of the tables of an annex."""

from reportgen.languages.tabling import Tabling

TABLING = Tabling(
    others="Autres chiffres",
    annual="{title}~: chiffres annuels, {period}",
    other_periods="{title}~: chiffres pour d’autres périodes",
    source="Organisme et source",
    idem="Idem",
    figure="Chiffre",
    with_unit="{label} ({unit})",
    per_cent="en pourcentage",
    by="{by}~: {label}",
    of_which="dont~: {label}",
    formerly="chiffre révisé~; le rapport précédent indiquait {former}",
    broken="chiffre non comparable aux précédents{reason}",
)

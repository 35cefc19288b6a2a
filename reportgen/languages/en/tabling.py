"""English heads, captions and notes of the tables of an annex."""

from reportgen.languages.tabling import Tabling

TABLING = Tabling(
    others="Other figures",
    annual="{title}: figures by year, {period}",
    other_periods="{title}: figures for other periods",
    source="Agency and source",
    idem="Idem",
    figure="Figure",
    with_unit="{label} ({unit})",
    per_cent="per cent",
    by="{by}: {label}",
    of_which="of which: {label}",
    formerly="revised; the last report gave {former}",
    broken="not comparable with earlier figures{reason}",
)

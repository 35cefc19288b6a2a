"""What a language must know to name what an indicator counts in a generated sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """Filled in by the generated sentences."""

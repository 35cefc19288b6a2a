"""Every threshold of sentences, with its reason."""

from decimal import Decimal

FIGURES_FROM = 10
"""Numbers from here on are written in figures (United Nations Editorial Manual)."""
WORDS_UP_TO = 100
"""The largest number that opens a sentence in words; before a larger one stands "A total of"."""
TABLE_FROM = 10
"""Nine figures in a sentence can still be read; from ten on a table stands in its place."""
SMALL_BASE = Decimal(20)
"""Below twenty cases one more or less moves the percentage by over five points: generated text gives no percentage."""
STEADY_FROM = 3
"""Fewer values than three do not rise "every year"."""
CHANGE_TO = Decimal(100)
"""From a doubling on a percentage is harder to read than the two values."""
POINTS_FROM = Decimal("0.1")
"""The smallest difference of two percentages that is worth a word."""
SENTENCES = 4
"""Sentences in a generated paragraph; the median paragraph of a real report has 48 words."""
TOGETHER = 3
"""Indicators in one sentence."""
MERGED_WORDS = 14
"""A label with more words is not put into a sentence with another indicator."""
RESPECTIVELY = 3
"""Nobody can count more figures back to their years."""
CAPTION_LABELS = 3
"""Indicators that the caption of a table names; with more it says only which years."""
TABLE_COLUMNS = 7
"""Columns of figures beside labels that a page of 13 cm still holds; with more, years become rows."""
ANNEX_COLUMNS = 8
"""Columns of figures that a turned page still holds beside labels and sources; more years make a further table."""
ANNEX_ROWS = 3
"""Years of one indicator that an annex does not list one below the other, but gives columns."""
PERCENT_DIGITS = 1
"""Decimals of a percentage worked out here, where the author asks for no other number."""
FOLD_DIGITS = 1
"""Decimals of a multiple."""
FOLD_FROM = Decimal(2)
"""A multiple below says less than a percentage: "a 1.1-fold decrease"."""
APPROXIMATE_DIGITS = 2
"""Significant digits of a round figure: 17,012 is "some 17,000"."""
FAR_BELOW = Decimal("0.05")
"""A value more than a twentieth below a round figure is not "nearly" there."""
NEARLY_SAME = Decimal("0.05")
"""A share that changed by more than a twentieth of itself is not "virtually unchanged", however it is rounded."""
FAR_ABOVE = Decimal("0.1")
"""A value more than a tenth above a round figure is misrepresented by "more than"."""
SIMPLE_FRACTIONS = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10))
"""Fractions that are written in words."""
WORDED_MILLIONS = Decimal(1_000_000)
"""Round figures from here on are written with the word "million" (Editorial Manual: millions and above)."""
RATE_BASE = 100_000
"""Rates are usually given for 100,000 inhabitants."""
MONEY_DIGITS = 2
"""Decimals of money at most, and where it has any."""
SCALED_DIGITS = 3
"""Decimals before "million" and "billion" at most: T 2.476 billion."""
MAX_DIGITS = 6
"""Decimals that an author may ask for."""

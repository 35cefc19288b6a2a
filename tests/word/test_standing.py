"""The word next to a figure: another may take its place, but none that counts, in each language of reports."""

import pytest

from reportgen.word.standing import TextRun, find_misplaced


def misplaced(old: str, new: str) -> str:
    """What is said where the words behind a figure are reworded."""
    before, after = ([TextRun("In all, ", -1), TextRun("{{ a }}", 0), TextRun(one, -1)] for one in (old, new))
    return find_misplaced(before, after, {0: "1,507"}, {})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" persons, of whom", " million, of whom"),
        (" personnes, dont", " millions, dont"),
        (" personnes, dont", " milliers, dont"),
        (" personas, de las cuales", " millones, de las cuales"),
        (" человек, из них", " тысяч, из них"),
        (" شخص، منهم", " مليون، منهم"),
        ("人获得援助，其中", "万人获得援助，其中"),
        ("万人获得援助，其中", "人获得援助，其中"),
    ],
)
def test_a_word_that_counts_takes_no_place_next_to_a_figure(old: str, new: str) -> None:
    """It would make another figure of a right one."""
    assert "would change what this figure says" in misplaced(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" persons, of whom", " people, of whom"),
        (" personnes, dont", " individus, dont"),
        (" personas, de las cuales", " víctimas, de las cuales"),
        (" человек, из них", " лиц, из них"),
        (" شخص، منهم", " فرد، منهم"),
        ("人获得援助，其中", "人得到援助，其中"),
    ],
)
def test_another_word_may_take_its_place(old: str, new: str) -> None:
    """The other way round: nothing is said of words that leave the figure what it is."""
    assert not misplaced(old, new)


WOMEN, MEN = "{{ aid | value(part='women') }}", "{{ aid | value(part='men') }}"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("The number of women was ", " and that of men was ", "."), ""),
        (("The number of those women was ", " and that of the men was ", "."), ""),
        (("The number of men was ", " and that of women was ", "."), "in each other’s place"),
        (("The number of girls was ", " and that of men was ", "."), "“women”, which is not said any more"),
    ],
)
def test_the_names_of_parts_stay_with_their_figures(words: tuple[str, str, str], reason: str) -> None:
    """Pull takes no text that gives the figure of women as that of men."""
    old = ("The number of women was ", " and that of men was ", ".")
    before, after = (
        [TextRun(one[0]), TextRun(WOMEN, 0), TextRun(one[1]), TextRun(MEN, 1), TextRun(one[2])] for one in (old, words)
    )

    told = find_misplaced(before, after, {0: "849", 1: "658"}, {0: WOMEN, 1: MEN})

    assert (reason in told) if reason else not told

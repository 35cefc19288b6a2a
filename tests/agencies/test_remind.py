"""Reminders: e-mails that a mail program opens, with what is missing, the workbook and the day; nothing is sent."""

import datetime as dt
import email.policy
import io
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from forms import figure_cell
from hypothesis import given
from hypothesis import strategies as st
from project import AGENCIES, ISSUES, JUSTICE, REPORT, make_project

from reportgen.agencies.calendar import DueDay, calendar_file
from reportgen.agencies.mail import Mail, find_address, mail_file
from reportgen.agencies.remind import Reminders, find_reminders
from reportgen.cli.main import cli

DAY = dt.date(2024, 1, 15)
DUE = REPORT.replace(
    "dates: {due: 2024,",
    'coordinator: "Human Rights Division, reports@mfa.example"\ndates: {due: 2024, submissions_due: 2024-01-31,',
)
ADDRESSED = AGENCIES.replace("name: Ministry of Justice", "name: “Ministère” de la Justice, email: hr@justice.example")
INTERIOR = "email: unit@interior.example"
BOTH = ADDRESSED.replace("Interior}", f"Interior, {INTERIOR}}}")


def made(root: Path, day: dt.date = DAY, *codes: str) -> Reminders:
    """The reminders of a project on a day."""
    return find_reminders(root, day, codes)


def opened(data: bytes) -> EmailMessage:
    """An e-mail as a mail program reads it."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def text_of(data: bytes) -> str:
    """The text of an e-mail."""
    body = opened(data).get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["remind", *map(str, arguments)], catch_exceptions=False)


def test_an_email_says_what_is_missing_and_by_when(tmp_path: Path) -> None:
    """The subject names report and day; the text the issues without a reply; ready agencies get none."""
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH)

    found = made(root)

    assert (["interior"], ("justice",), ()) == ([one.agency for one in found.reminders], found.done, found.diagnostics)
    message = opened(found.reminders[0].data)
    assert "CCPR/C/ARC/2: please send us your part by 31 January 2024" == message["Subject"]
    assert "Ministry of the Interior <unit@interior.example>" == str(message["To"])
    assert "Human Rights Division <reports@mfa.example>" == str(message["From"])
    text = text_of(found.reminders[0].data)
    assert "- Issue 1: your text\n- Issue 2: your text\n" in text
    assert "We have not received anything from you yet." in text
    assert "please ask Human Rights Division, reports@mfa.example" in text


def test_missing_figures_stand_by_their_labels_and_years(tmp_path: Path) -> None:
    """An agency whose text is there is asked for the figures alone, with whole labels and no keys."""
    label = "victims of violence against women and of domestic violence who received compensation"
    lacking = JUSTICE.replace("victims who received compensation", label).replace(", 2022: 1058", "")
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH, submissions__justice_yaml=lacking)

    text = text_of(made(root, DAY, "justice").reminders[0].data)

    assert f"- Issue 1: figures for these years:\n    “{label}” 2022\n" in text
    assert "Issue 1: your text" not in text
    assert "not received" not in text


def test_a_sub_question_without_an_answer_is_named(tmp_path: Path) -> None:
    """To the lead whose text answers another one, as the only thing that is missing; not once it is answered."""
    asked = ISSUES.replace("number: 1,", 'number: 1, questions: ["Number of reports", "Costs"],')
    answering = JUSTICE.replace("    key: fund\n", "    key: fund\n    answers: [a]\n")
    root = make_project(
        tmp_path, report_yaml=DUE, agencies_yaml=BOTH, issues_yaml=asked, submissions__justice_yaml=answering
    )

    (reminder,) = made(root, DAY, "justice").reminders
    assert "Still missing:\n- Issue 1: (b) “Costs”\n\n" in text_of(reminder.data)
    (root / "submissions" / "justice.yaml").write_text(answering.replace("[a]", "[a, b]"), encoding="utf-8")
    assert () == made(root, DAY, "justice").reminders


def test_the_workbook_goes_with_it(tmp_path: Path) -> None:
    """It opens and is the one that `reportgen workbooks` writes, beside a calendar file with the day."""
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH)

    workbook, calendar = opened(made(root).reminders[0].data).iter_attachments()

    assert "interior.xlsx" == workbook.get_filename()
    book = openpyxl.load_workbook(io.BytesIO(workbook.get_content()))
    assert "interior" in {cell.value for cell in book["About"]["B"]}
    assert ("text/calendar", "due.ics") == (calendar.get_content_type(), calendar.get_filename())
    assert "DTSTART;VALUE=DATE:20240131" in calendar.get_content()


def test_a_workbook_with_errors_goes_back_with_marks(tmp_path: Path) -> None:
    """What came in and was refused is attached as feedback marks it; the text asks to correct it and lists no gaps."""
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH)
    CliRunner().invoke(cli, ["workbooks", str(root)], catch_exceptions=False)
    sent = root / "build" / "workbooks" / "interior.xlsx"
    book = openpyxl.load_workbook(sent)
    figure_cell(book, "interior_1", "Label").value = "cases"
    figure_cell(book, "interior_1", 2023).value = "about 40"
    book.save(sent)
    assert 1 == CliRunner().invoke(cli, ["receive", str(root), str(sent)], catch_exceptions=False).exit_code

    (reminder,) = made(root, DAY, "interior").reminders

    workbook = next(opened(reminder.data).iter_attachments())
    assert "Problems" == openpyxl.load_workbook(io.BytesIO(workbook.get_content())).sheetnames[0]
    text = text_of(reminder.data)
    assert "We could not take the file that you sent last." in text
    assert "to correct and send back, with every place marked: interior.xlsx" in text
    assert "your text" not in text


def test_departments_share_an_email(tmp_path: Path) -> None:
    """Each of them is named with what it owes, and each workbook is attached."""
    departments = BOTH.replace(INTERIOR, f"{INTERIOR}, departments: {{police: Police, guards: Border Guard}}")
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=departments)

    (reminder,) = made(root, DAY, "interior").reminders

    names = [one.get_filename() for one in opened(reminder.data).iter_attachments()]
    assert ["interior.police.xlsx", "interior.guards.xlsx", "due.ics"] == names
    text = text_of(reminder.data)
    assert "Ministry of the Interior, Police:\n- Issue 1: your text" in text
    assert "Ministry of the Interior, Border Guard:\n- Issue 1: your text" in text


def test_one_department_may_be_reminded_alone(tmp_path: Path) -> None:
    """The other one is neither named nor is its workbook attached."""
    departments = BOTH.replace(INTERIOR, f"{INTERIOR}, departments: {{police: Police, guards: Border Guard}}")
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=departments)

    (reminder,) = made(root, DAY, "interior.guards").reminders

    assert ["interior.guards.xlsx", "due.ics"] == [
        one.get_filename() for one in opened(reminder.data).iter_attachments()
    ]
    assert "Police" not in text_of(reminder.data)


def test_what_an_email_lacks_is_said(tmp_path: Path) -> None:
    """No address, no sender, no day: each at its place, and the e-mail is written for a person to complete."""
    root = make_project(tmp_path)

    found = made(root)

    assert ["RG750", "RG751", "RG752"] == [one.code for one in found.diagnostics]
    assert f"{root.as_posix()}/agencies.yaml:3:5" == str(found.diagnostics[0].place)
    message = opened(found.reminders[0].data)
    assert (None, None) == (message["To"], message["From"])
    assert "CCPR/C/ARC/2: please send us your part" == message["Subject"]
    assert ["interior.xlsx"] == [one.get_filename() for one in message.iter_attachments()]
    assert ["interior.eml"] == list(found.files())


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        (dt.date(2024, 1, 31), "please send us your part by 31 January 2024"),
        (dt.date(2024, 2, 1), "your part was due on"),
    ],
)
def test_after_the_day_it_says_that_it_has_passed(tmp_path: Path, day: dt.date, subject: str) -> None:
    """On the day itself it has not."""
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH)

    assert subject in str(opened(made(root, day).reminders[0].data)["Subject"])


def test_signs_of_all_scripts_arrive(tmp_path: Path) -> None:
    """Names and subjects in UTF-8 are read back as they were; every line is one that any mail server takes."""
    issues = ISSUES.replace("[justice, interior]", "[justice]")
    root = make_project(
        tmp_path,
        report_yaml=DUE.replace("Human Rights Division", "Отдел прав человека"),
        agencies_yaml=BOTH.replace("the Interior", "внутренних дел"),
        issues_yaml=issues,
    )

    data = made(root).reminders[0].data

    message = opened(data)
    assert "внутренних дел" in str(message["To"])
    assert "Отдел прав человека" in str(message["From"])
    assert "Отдел прав человека" in text_of(data)
    assert all(len(line) <= 998 and line.isascii() for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(st.text(alphabet="абвгд efg,é", min_size=1, max_size=150).map(lambda text: " ".join(text.split()) or "x"))
def test_every_subject_and_name_is_read_back(words: str) -> None:
    """Blanks between words of other scripts are kept, and no line is longer than mail programs take."""
    address = Address(words, addr_spec="a@b.example")

    data = mail_file(Mail(address, address, words, "", DAY, ()))

    plain = message_from_bytes(data)  # the newer parser of Python 3.11 puts a blank between encoded words of a name
    read = [str(make_header(decode_header(one))) for one in (plain["Subject"], parseaddr(plain["To"])[0])]
    assert [words, words] == read
    head = data.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 78 for line in head.split(b"\r\n") if b"=?" in line)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    """Twice the same files; a new day is another date."""
    root = make_project(tmp_path, report_yaml=DUE, agencies_yaml=BOTH)

    assert made(root).files() == made(root).files()
    assert made(root).files() != made(root, dt.date(2024, 1, 16)).files()


def test_the_command_writes_files_and_says_where(tmp_path: Path) -> None:
    """An e-mail an agency that owes something, the calendar of all, and who owes nothing."""
    root = make_project(tmp_path / "project", report_yaml=DUE, agencies_yaml=BOTH)

    result = run(root, "--date", "2024-01-15", "--out", tmp_path / "mails")

    assert 0 == result.exit_code
    assert {"interior.eml", "deadlines.ics"} == {path.name for path in (tmp_path / "mails").iterdir()}
    assert "interior: unit@interior.example: " in result.output
    assert "justice: nothing is missing" in result.output


def test_a_project_that_cannot_be_read_gives_none(tmp_path: Path) -> None:
    """What is wrong is said, and nothing is written."""
    root = make_project(tmp_path, agencies_yaml="agencies: 3")

    result = run(root)

    assert 1 == result.exit_code
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    "address",
    [
        "reports",
        "a b@c.example",
        "a@b",
        "Unit <a@b.example>",
        "a..b@c.example",
        ".a@c.example",
        "a.@c.example",
        "a@-c.example",
    ],
)
def test_what_is_no_address_is_refused(tmp_path: Path, address: str) -> None:
    """In agencies.yaml, at its line."""
    root = make_project(tmp_path, agencies_yaml=AGENCIES.replace("Justice}", f'Justice, email: "{address}"}}'))

    assert any("agencies.yaml:2:" in str(one.place) for one in made(root).diagnostics)


@pytest.mark.parametrize(
    ("words", "name", "address"),
    [
        ("Human Rights Division, reports@mfa.example", "Human Rights Division", "reports@mfa.example"),
        ("reports@mfa.example", "", "reports@mfa.example"),
        ("A. Person <a.person@mfa.example>, tel. 123", "A. Person", "a.person@mfa.example"),
        ("Write to a@mfa.example.", "Write to", "a@mfa.example"),
    ],
)
def test_the_address_of_the_coordinator_is_found(words: str, name: str, address: str) -> None:
    """With the name before it."""
    found = find_address(words)

    assert (name, address) == (found and (found.display_name), found and found.addr_spec)


@pytest.mark.parametrize(
    "words",
    [
        "Human Rights Division, 123-45",
        "Treaties Unit, ..treaties@mfa.example",
        "Unit, a..b@mfa.example",
        "a.@mfa.example",
        "a@mfa.gov..example",
        "a@b@mfa.example",
    ],
)
def test_a_coordinator_without_an_address_has_none(words: str) -> None:
    """A telephone number alone is none, and no part of a mistyped address, which may be somebody else's."""
    assert find_address(words) is None


@given(st.text(alphabet='aé1.@-_+ <>,(\\"', max_size=20))
def test_any_words_of_a_coordinator_make_an_email_or_none(words: str) -> None:
    """What is taken for an address is one for the library as well."""
    found = find_address(words)

    if found is not None:
        assert found.addr_spec in words
        assert mail_file(Mail(found, found, "Subject", "Text", DAY, ()))


def unfolded(data: bytes) -> list[str]:
    """The lines of a calendar, as RFC 5545 joins them."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_a_calendar_is_one_by_rfc_5545() -> None:
    """Lines of at most 75 octets that break no character, whole days, escaped text, an identifier that stays."""
    text = "Отсутствует:\nпострадавшие; женщины, 2022 " * 9
    day = DueDay(dt.date(2024, 2, 29), "ARC/2: часть, срок", text)

    data = calendar_file([day], DAY)

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() for line in data.split(b"\r\n")[:-1])
    lines = unfolded(data)
    assert ["BEGIN:VCALENDAR", "VERSION:2.0"] == lines[:2]
    assert ["END:VCALENDAR", ""] == lines[-2:]
    assert "DTSTART;VALUE=DATE:20240229" in lines
    assert "DTEND;VALUE=DATE:20240301" in lines
    assert "SUMMARY:ARC/2: часть\\, срок" in lines
    described = next(line for line in lines if line.startswith("DESCRIPTION:От"))
    assert "Отсутствует:\\nпострадавшие\\; женщины\\, 2022" in described
    assert [line for line in lines if line.startswith("UID")] == [
        line for line in unfolded(calendar_file([day], dt.date(2024, 1, 20))) if line.startswith("UID")
    ]

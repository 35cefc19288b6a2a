"""E-mails as files (RFC 5322, RFC 2046): text in UTF-8 with attachments, and the same bytes for the same contents.

A file is a draft: a mail program opens it to be looked at and sent (`X-Unsent` says so to Outlook).
"""

import datetime as dt
import email.policy
from collections.abc import Sequence
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from hashlib import sha256

from msgspec import Struct

from reportgen.model.report import ADDRESS_PATTERN, ATOM_CHARACTERS
from reportgen.regex import regex

_TYPES = {
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".ics": ("text", "calendar"),
    ".md": ("text", "plain"),
}
_ADDRESS = regex(rf"(?<![.@{ATOM_CHARACTERS}]){ADDRESS_PATTERN}(?!\.*[@\w-])")


class Attachment(Struct, frozen=True):
    """A file that goes with an e-mail."""

    name: str
    """With one of the endings `.xlsx`, `.ics` and `.md`."""
    data: bytes


class Mail(Struct, frozen=True):
    """An e-mail that nobody has sent yet."""

    sender: Address | None
    """None: the mail program puts its own."""
    to: Address | None
    """None: whoever sends it writes the address."""
    subject: str
    text: str
    date: dt.date
    attachments: tuple[Attachment, ...]


def find_address(words: str) -> Address | None:
    """Return the e-mail address in words such as `Human Rights Division, reports@mfa.example`, with what is before it.

    Returns:
        The first address, named by the words before it; None where there is none.
    """
    found = _ADDRESS.search(words)
    if found is None:
        return None
    return Address(words[: found.start()].strip(" ,;:<([–—-"), addr_spec=found.group())


def mail_file(mail: Mail) -> bytes:
    """Return an e-mail as the bytes of an `.eml` file, with lines that end as in RFC 5322."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["Date"] = format_datetime(dt.datetime.combine(mail.date, dt.time()))
    message["X-Unsent"] = "1"
    message.set_content(mail.text, cte="quoted-printable")
    for attachment in mail.attachments:
        _attach(message, attachment)
    if mail.attachments:
        message.set_boundary(_boundary(mail.text, mail.attachments))
    return _heads(mail) + message.as_bytes()


def _heads(mail: Mail) -> bytes:
    """Return the lines with words of people: `EmailMessage` loses blanks between encoded words (Python 3.11)."""
    lines = [f"Subject: {_encoded(mail.subject, len('Subject: '))}"]
    for name, address in (("From", mail.sender), ("To", mail.to)):
        if address is not None:
            lines.append(f"{name}: {_address(address, len(name) + 2)}")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _encoded(words: str, begins: int) -> str:
    """Return words as in a head: as they are, or as encoded words of at most 75 characters (RFC 2047).

    Args:
        words: on one line.
        begins: how many characters stand before them on the line.
    """
    charset = "us-ascii" if words.isascii() else "utf-8"
    return Header(words, charset, header_name="x" * begins).encode(linesep="\r\n")


def _address(address: Address, begins: int) -> str:
    name, spec = address.display_name, address.addr_spec
    return formataddr((name, spec)) if name.isascii() else f"{_encoded(name, begins)}\r\n <{spec}>"


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    main, sub = _TYPES[f".{attachment.name.rpartition('.')[2]}"]
    if main == "text":
        method = {"method": "PUBLISH"} if sub == "calendar" else {}
        message.add_attachment(attachment.data.decode(), sub, cte="base64", filename=attachment.name, params=method)
    else:
        message.add_attachment(attachment.data, main, sub, filename=attachment.name)


def _boundary(text: str, attachments: Sequence[Attachment]) -> str:
    """Return a boundary that neither base64 nor quoted-printable can hold (RFC 2045, 6.7), the same for the same."""
    content = sha256(text.encode())
    for attachment in attachments:
        content.update(attachment.data)
    return f"=_{content.hexdigest()[:32]}"

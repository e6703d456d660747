"""E-mail becomes raw pages: newsletters as single messages (EML) and mailboxes (mbox).

Of a message in several versions the plain text is read, unless it is much shorter than the HTML, as in
newsletters whose plain text is "view in your browser". Attachments that hold articles (HTML, text, PDF,
messages) are pages of their own. Only headers that say what was printed are kept: subject, sender's
name and date; no address of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from hashlib import sha256
from typing import BinaryIO

from detente.errors import EmptyInput, InputError, TooLarge, UnreadableInput
from detente.read.feeds import plain
from detente.read.inputs import Form, Passed, Raw
from detente.read.limits import MAX_BYTES, MAX_MAIL, MAX_PARTS
from detente.read.names import shown
from detente.read.stamps import stamped
from detente.read.text import Given

_FORMS: dict[str, Form] = {"text/html": "html", "text/plain": "text", "application/pdf": "pdf"}
_SUFFIXES: dict[str, Form] = {".html": "html", ".htm": "html", ".txt": "text", ".pdf": "pdf"}
_HEADER = re.compile(
    rb"(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|"
    rb"content-type|list-id|dkim-signature|x-[\w-]+|arc-[\w-]+|cc|sender|feedback-id)\s*:",
    re.IGNORECASE,
)
_PROOF = re.compile(
    rb"^(?:message-id|mime-version|received|return-path)\s*:", re.IGNORECASE | re.MULTILINE
)
_FROM_LINE = re.compile(rb"From \S+ .{0,100}\d{1,2}:\d\d\b.{0,40}\b\d{4}\b")
_PREFIX = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_BOUNDARIES = 5_000
"""Lines that may begin a part; the parser takes more than linear time over them."""
_REMEDY = "save the message again, or leave it out"


def is_mail(head: bytes) -> bool:
    """Say whether bytes begin as an e-mail does: a header, which one made by hand would not have.

    >>> is_mail(b"MIME-Version: 1.0\\nFrom: a@example.org\\n\\nx"), is_mail(b"From: Oslo\\n\\nx")
    (True, False)
    """
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(
        _HEADER.match(header) and _PROOF.search(header) and re.search(rb"(?im)^from\s*:", header)
    )


def is_mbox(head: bytes) -> bool:
    """Say whether bytes begin as a mailbox does: a line "From sender date", then a message."""
    line, _, rest = head.partition(b"\n")
    return bool(_FROM_LINE.match(line.strip()) and _HEADER.match(rest.lstrip(b">")))


def raws_of_mbox(stream: BinaryIO, path: str) -> Iterator[Raw | InputError]:
    """Yield the pages of each message of a mailbox; memory is bounded by one message."""
    number = 0
    lines: list[bytes] = []
    size = 0
    blank = True
    while True:
        line = stream.readline(MAX_MAIL)
        begins = blank and bool(_FROM_LINE.match(line))
        if (begins or not line) and number:
            where = f"{path}#{number}"
            if size > MAX_MAIL:
                yield TooLarge(f"{where}: a message over {MAX_MAIL // 1_000_000} MB", "leave it out")
            else:
                yield from raws_of_mail(b"".join(lines), where)
        if not line:
            break
        if begins:
            number += 1
            lines, size, blank = [], 0, False
            continue
        size += len(line)
        if size <= MAX_MAIL:
            lines.append(re.sub(rb"^>(>*From )", rb"\1", line))  # mboxrd's quoting
        blank = not line.strip()
    if not number:
        yield EmptyInput(f"{path}: no message in this mailbox", "leave it out")


def raws_of_mail(data: bytes, path: str, depth: int = 0) -> Iterator[Raw | InputError]:
    """Yield the text of a message as a page, its attachments that are pages, and an error on the rest.

    Never raises `InputError`.
    """
    if len(data) > MAX_MAIL:
        yield TooLarge(f"{path}: a message over {MAX_MAIL // 1_000_000} MB", "leave it out")
        return
    if data.lower().count(b"boundary=") > MAX_PARTS or data.count(b"\n--") > _BOUNDARIES or depth > 3:
        yield TooLarge(f"{path}: parts nested too deep", _REMEDY)
        return
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        parts = _leaves(message)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        yield UnreadableInput(f"{path}: no readable message ({type(error).__name__})", _REMEDY)
        return
    if len(parts) > MAX_PARTS:
        yield TooLarge(f"{path}: more than {MAX_PARTS} parts", _REMEDY)
        return
    passed = Passed(path)
    text, rest = _text_of(parts)
    given = Given(
        title=_PREFIX.sub("", _header(message, "Subject") or "") or None,
        outlet=_sender(message),
        published=stamped(_header(message, "Date")),
    )
    if text is not None:
        yield _raw(text, path, sha256(data).hexdigest(), given)
    for number, part in enumerate(rest, 1):
        name = shown(_filename(part) or str(number))
        where = f"{path}#{name}"
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner:
                yield from raws_of_mail(_whole(inner[0]), where, depth + 1)
        elif form := _form(part):
            yield _raw((part, form), where, None, Given(published=given.published))
        else:
            passed.add(f"attachments of type {part.get_content_type()[:40]}")
    if text is None and not rest:
        yield EmptyInput(f"{path}: a message without text", "leave it out")
    yield from passed.told()


def _leaves(message: Message) -> list[Message]:
    """Return the parts that hold no parts; a message within is one of them."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) <= MAX_PARTS:
        one = waiting.pop(0)
        payload = one.get_payload()
        if isinstance(payload, list) and one.get_content_type() != "message/rfc822":
            waiting = [part for part in payload if isinstance(part, Message)] + waiting
        else:
            found.append(one)
    return found


def _text_of(parts: list[Message]) -> tuple[tuple[Message, Form] | None, list[Message]]:
    """Return the part that is the message's text and how to read it, and the parts beside it."""
    shown_parts = [part for part in parts if not _is_attached(part)]
    texts = [part for part in shown_parts if part.get_content_type() == "text/plain"]
    pages = [part for part in shown_parts if part.get_content_type() == "text/html"]
    rest = [part for part in parts if part not in texts and part not in pages]
    text = max(texts, key=lambda part: len(_bytes(part)), default=None)
    page = max(pages, key=lambda part: len(_bytes(part)), default=None)
    if text is not None and page is not None:
        words = len(_bytes(text).split())
        marked = len(plain(_bytes(page).decode("utf-8", "replace")).split())
        return ((text, "text") if words >= 0.6 * marked else (page, "html")), rest
    if text is not None:
        return (text, "text"), rest
    return ((page, "html") if page is not None else None), rest


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _form(part: Message) -> Form | None:
    form = _FORMS.get(part.get_content_type())
    name = (_filename(part) or "").lower()
    return form or next((one for end, one in _SUFFIXES.items() if name.endswith(end)), None)


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return str(name)[:120] if name else None


def _whole(message: object) -> bytes:
    """Return a message within a message as bytes; empty where it cannot be written again."""
    try:
        return message.as_bytes() if isinstance(message, Message) else b""
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return b""


def _bytes(part: Message) -> bytes:
    """Return what a part holds, its transfer encoding undone as far as it is sound."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _raw(of: tuple[Message, Form], path: str, digest: str | None, given: Given) -> Raw | InputError:
    part, form = of
    data = _bytes(part)
    if form != "pdf" and len(data) > MAX_BYTES:
        return TooLarge(f"{path}: over {MAX_BYTES // 1_000_000} MB", "leave it out")
    charset = part.get_param("charset")
    return Raw(
        data,
        path,
        form,
        "pdf" if form == "pdf" else "mail",
        given,
        digest,
        charset=charset.lower()[:40] if isinstance(charset, str) else None,
    )


def _header(message: Message, name: str) -> str | None:
    """Return a header as a reader of mail shows it; as written where its encoding is broken."""
    value = message.get(name)
    if value is None:
        return None
    try:
        text = str(make_header(decode_header(str(value))))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        text = str(value)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split())[:500] or None


def _sender(message: Message) -> str | None:
    """Return the name before the sender's address: a newsletter's is that of its outlet."""
    try:
        name = parseaddr(_header(message, "From") or "")[0]
    except (ValueError, TypeError, IndexError, AttributeError):
        return None
    name = name.strip("\"' ")
    return name if name and "@" not in name and len(name) <= 100 else None

"""E-mail: which part is the article, what is attached, whose names are kept, and damage."""

from __future__ import annotations

import pytest

from detente.errors import EmptyInput, InputError, Skipped, TooLarge
from detente.read import read_bytes
from detente.read.mail import is_mail, is_mbox
from detente.records import Article
from tests.unit.read.pages import BODY, LEAD, SECOND
from tests.unit.read.samples import PAGE, mail, mbox, pdf, zipped


def read(data: bytes, name: str = "news.eml") -> list[Article | InputError]:
    return list(read_bytes(data, name))


def one(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article), article
    return article


def test_what_a_newsletter_says_about_itself() -> None:
    article = one(mail().as_bytes())
    assert article.title == "Ministers meet over fish"
    assert article.outlet == "The Example Post"
    assert article.published.label() == "2013-02-26"
    assert article.format == "mail"
    assert LEAD in article.text


def test_no_address_of_anybody_is_kept() -> None:
    article = one(mail().as_bytes())
    assert "@" not in f"{article.text} {article.outlet} {article.title} {article.authors}"


LONG = "\n\n".join((*BODY, SECOND))
WHICH = [
    pytest.param(LONG, PAGE.decode(), "utf-8", False, id="both: the text"),
    pytest.param("View this in your browser.", PAGE.decode(), "utf-8", True, id="text is a stub"),
    pytest.param(None, PAGE.decode(), "utf-8", True, id="HTML alone"),
]


@pytest.mark.parametrize(("text", "html", "encoding", "as_html"), WHICH)
def test_which_part_is_read(text: str | None, html: str, encoding: str, as_html: bool) -> None:
    article = one(mail(text, html).as_bytes())
    assert ("Ministers meet over fish" in article.text) is as_html
    assert BODY[3].split("”")[0] in article.text
    assert article.encoding == encoding


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: RE: Fish talks", "Fish talks"),
        ("=?utf-8?q?Talks_in_Malm=C3=B6?=", "Talks in Malmö"),
        ("=?utf-8?b?!!!?=", None),
        ("=?no-such?q?x?=", None),
        ("", None),
    ],
)
def test_subjects(subject: str, title: str | None) -> None:
    data = mail().as_bytes().replace(b"Ministers meet over fish", subject.encode(), 1)
    article = one(data)
    assert title is None or article.title == title


def test_a_code_page_that_is_declared() -> None:
    message = mail()
    message.set_content("Министр сказал, что переговоры были полезны.", charset="koi8-r")
    assert "переговоры" in one(message.as_bytes()).text


def test_attachments() -> None:
    inner = mail("\n\n".join((SECOND, LEAD)), subject="An older one")
    message = mail(
        attached=[
            (PAGE, "text/html", "page.html"),
            (pdf([LEAD]), "application/pdf", "note.pdf"),
            (PAGE, "application/octet-stream", "saved.htm"),
            (b"\x89PNG", "image/png", "photo.png"),
            (zipped({"a.txt": b"x"}), "application/zip", "more.zip"),
        ]
    )
    message.add_attachment(inner)
    found = read(message.as_bytes())
    articles = [item for item in found if isinstance(item, Article)]
    assert [item.path for item in articles] == [
        "news.eml",
        "news.eml#page.html",
        "news.eml#note.pdf",
        "news.eml#saved.htm",
        "news.eml#6",
    ]
    assert articles[-1].title == "An older one"
    (skipped,) = [item for item in found if isinstance(item, Skipped)]
    assert "image/png (1)" in skipped.what
    assert "application/zip (1)" in skipped.what


def test_a_mailbox() -> None:
    body = "From the capital: " + LEAD + "\n\nFrom now on the talks are open. " + SECOND
    data = mbox(mail(body).as_bytes(), mail(subject="Two").as_bytes().replace(b"\n", b"\r\n"))
    first, second = read(data.replace(b"\nFrom now", b"\n>From now"), "box.mbox")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.path, second.path) == ("box.mbox#1", "box.mbox#2")
    assert "\nFrom now on the talks" in first.text
    assert second.title == "Two"


def test_a_message_that_is_too_long_costs_only_itself() -> None:
    data = mbox(mail("word " * 6_000_000).as_bytes(), mail().as_bytes())
    found = read(data, "box.mbox")
    assert [type(item) for item in found] == [TooLarge, Article]


EMPTY = [
    pytest.param(mail("").as_bytes(), id="no text"),
    pytest.param(b"MIME-Version: 1.0\nFrom: a@post.example\n\n", id="headers alone"),
]


@pytest.mark.parametrize("data", EMPTY)
def test_a_message_without_text(data: bytes) -> None:
    (error,) = read(data)
    assert isinstance(error, EmptyInput)


DEEP = b"MIME-Version: 1.0\nFrom: a@post.example\nContent-Type: multipart/mixed; boundary=b0\n\n"
BAD = [
    pytest.param(
        DEEP
        + b"".join(
            b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3_000)
        ),
        id="parts within parts",
    ),
    pytest.param(DEEP + b"--b0\nContent-Type: text/plain\n\nx\n" * 50_000, id="too many parts"),
    pytest.param(DEEP + b"--b0\nContent-Type: text/plain\n\nx\n" * 900, id="many parts"),
    pytest.param(b"MIME-Version: 1.0\nFrom: a@b.c\n\n" + b"x" * 26_000_000, id="too long"),
]


@pytest.mark.parametrize("data", BAD)
def test_mail_that_is_refused(data: bytes) -> None:
    (error,) = read(data)
    assert isinstance(error, TooLarge)


ODD = [
    b"Content-Type: text/plain; charset=no-such-code",
    b"Content-Type: multipart/mixed; boundary=",
    b"Content-Type: multipart/alternative",
    b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: x-uuencode",
    b"Content-Type: ;;;=",
    b"Date: =?",
    b'Content-Disposition: attachment; filename="../../etc/passwd"',
    b"From: \xff\xfe <",
    b"Subject: " + b"=?utf-8?b?" * 200,
]


@pytest.mark.parametrize("header", ODD, ids=[repr(header[:50]) for header in ODD])
def test_odd_headers_never_raise(header: bytes) -> None:
    data = b"MIME-Version: 1.0\nFrom: News <a@post.example>\n" + header + b"\n\n" + LEAD.encode()
    for item in read(data):
        assert isinstance(item, (Article, InputError))


@pytest.mark.parametrize(
    ("head", "mail_like", "mbox_like"),
    [
        (b"Received: x\nFrom: a@post.example\n\nx", True, False),
        (b"Subject: Talks\nFrom: Oslo\n\nThe ministers met.", False, False),
        (b"From: Oslo\n\nMIME-Version: 1.0", False, False),
        (b"From news@post.example Tue Feb 26 10:15:00 2013\nFrom: a\n\nx", False, True),
        (b"From Oslo with love\n\nThe ministers met in 2013", False, False),
        (b"From the start of 2013\nThe ministers met.", False, False),
    ],
)
def test_told_from_articles(head: bytes, mail_like: bool, mbox_like: bool) -> None:
    assert is_mail(head) is mail_like
    assert is_mbox(head) is mbox_like

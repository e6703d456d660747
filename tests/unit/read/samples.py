# ruff: noqa: E501 -- samples keep one element on one line
"""A sample of every format, made here: invented outlets, invented people."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

from tests.unit.read.pages import BODY, LEAD, SECOND, THIRD, html_page

PARAGRAPHS = "".join(f"<p>{part}</p>" for part in (*BODY, SECOND, THIRD))
"""Enough of a text to be taken for a whole article."""
PAGE = html_page(
    f"<article><h1>Ministers meet over fish</h1><p>By Jane Roe</p>{PARAGRAPHS}</article>",
    "<title>Ministers meet over fish</title>",
)
STAMP = "Tue, 26 Feb 2013 10:15:00 GMT"


def rss(
    *items: str, head: str = "<title>The Example Post</title><link>https://post.example/</link>"
) -> bytes:
    """Return an RSS 2.0 feed with these items' inner XML."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel>{head}<language>en-us</language>{inner}</channel></rss>"
    ).encode()


def rss_item(title: str = "Ministers meet over fish", body: str = PARAGRAPHS, more: str = "") -> str:
    """Return the inner XML of an item with a whole text."""
    return (
        f"<title>{escape(title)}</title><link>https://post.example/fish</link><pubDate>{STAMP}</pubDate>"
        f"<dc:creator>Jane Roe</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>{more}"
    )


def atom(*entries: str) -> bytes:
    """Return an Atom feed with these entries' inner XML."""
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Example Post</title>'
        '<link rel="self" href="https://post.example/feed"/><link href="https://post.example/"/>'
        f"{inner}</feed>"
    ).encode()


def json_feed(**more: object) -> bytes:
    """Return a JSON feed with one whole text."""
    item = {
        "id": "1",
        "url": "https://post.example/fish",
        "title": "Ministers meet over fish",
        "content_html": PARAGRAPHS,
        "date_published": "2013-02-26T10:15:00Z",
        "authors": [{"name": "Jane Roe"}],
        **more,
    }
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Example Post", "items": [item]}
    ).encode()


OPML = (
    b'<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="Press">'
    b'<outline text="The Example Post" type="rss" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/>'
    b'<outline title="Sudia Daily" text="x" type="rss" xmlUrl="https://sudia.example/rss.xml"/></outline>'
    b'<outline text="a note"/></body></opml>'
)
SITEMAP = (
    b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/fish</loc>'
    b"<news:news><news:publication><news:name>The Example Post</news:name><news:language>en</news:language>"
    b"</news:publication><news:publication_date>2013-02-26T10:15:00+00:00</news:publication_date>"
    b"<news:title>Ministers meet over fish</news:title></news:news></url>"
    b"<url><loc>https://post.example/nets</loc><lastmod>2013-03-01</lastmod></url></urlset>"
)
SITEMAP_INDEX = (
    b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
    b"<loc>https://post.example/map-1.xml</loc><lastmod>2013-03-01</lastmod></sitemap>"
    b"<sitemap><loc>https://post.example/map-2.xml.gz</loc></sitemap></sitemapindex>"
)


def http_response(
    body: bytes = PAGE, status: str = "200 OK", headers: Mapping[str, str] | None = None
) -> bytes:
    """Return an HTTP response as it comes over the wire."""
    fields = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def warc_record(
    block: bytes,
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
    url: str = "https://post.example/fish",
    length: int | None = None,
    more: str = "",
) -> bytes:
    """Return one record of a WARC file, not packed."""
    size = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2013-02-26T10:15:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {size}\r\n{more}\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = False) -> bytes:
    """Return a WARC file: a warcinfo record and these, each packed alone as crawlers do."""
    info = warc_record(b"software: example\r\n", "warcinfo", "application/warc-fields")
    request = warc_record(b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request")
    parts = [info, request, *records]
    return b"".join(gzip.compress(part, mtime=0) for part in parts) if packed else b"".join(parts)


def mail(
    text: str | None = "\n\n".join(BODY),
    html: str | None = None,
    attached: Sequence[tuple[bytes, str, str]] = (),
    subject: str = "Ministers meet over fish",
) -> EmailMessage:
    """Return a newsletter; attachments are (bytes, type, name)."""
    message = EmailMessage()
    message["From"] = "The Example Post <news@post.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = subject
    message["Date"] = STAMP
    message["Message-ID"] = "<1@post.example>"
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    for data, kind, name in attached:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def mbox(*messages: bytes) -> bytes:
    """Return a mailbox of these messages."""
    parts = [
        b"From news@post.example Tue Feb 26 10:15:00 2013\n" + one.replace(b"\r\n", b"\n")
        for one in messages
    ]
    return b"\n".join(parts) + b"\n"


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return buffer.getvalue()


def pdf(*pages: Sequence[str], title: str | None = "Ministers meet over fish") -> bytes:
    """Return a PDF document with these lines on its pages, written by hand."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for at, lines in enumerate(pages):
        drawn = "".join(f"({_pdf_text(line)}) Tj T*\n" for line in lines)
        content = f"BT /F1 11 Tf 13 TL 50 800 Td\n{drawn}ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    info = len(objects) + 1
    objects.append(f"<< /Title ({_pdf_text(title)}) >>".encode() if title else b"<< >>")
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, info, start)
    )
    return out.getvalue()


def _pdf_text(text: str) -> str:
    return (
        text.replace("\\", r"\\")
        .replace("(", r"\(")
        .replace(")", r"\)")
        .replace("“", '"')
        .replace("”", '"')
    )


def wrapped(text: str, width: int = 80) -> list[str]:
    """Return the lines of a text as a page of print breaks them."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


CITATION = {
    "id": "roe2013",
    "type": "article-newspaper",
    "title": "Ministers meet over fish",
    "container-title": "The Example Post",
    "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Sudia Desk"}],
    "issued": {"date-parts": [[2013, 2, 26]]},
    "URL": "https://post.example/fish",
    "language": "en-GB",
    "abstract": f"{LEAD} {SECOND}",
}
MEDIA_CLOUD = (
    b"id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    b"a1,2024-02-26 10:00:00,en,post.example,post.example,2013-02-26,Ministers meet over fish,https://post.example/fish\n"
    b"a2,2024-02-26 10:00:00,en,sudia.example,sudia.example,2013-02-27,A second talk,https://sudia.example/talk\n"
)
STORY_INDEX = json.dumps(
    {
        "article_title": "Ministers meet over fish",
        "text_content": f"{LEAD}\n\n{SECOND}",
        "canonical_domain": "post.example",
        "original_url": "https://post.example/fish",
        "url": "https://post.example/fish",
        "publication_date": "2013-02-26",
        "language": "en",
        "indexed_date": "2024-02-26T10:00:00",
    }
).encode()
GDELT_LIST = json.dumps(
    {
        "articles": [
            {
                "url": "https://post.example/fish",
                "url_mobile": "",
                "title": "Ministers meet over fish",
                "seendate": "20130226T101500Z",
                "socialimage": "",
                "domain": "post.example",
                "language": "English",
                "sourcecountry": "Norland",
            },
            {
                "url": "https://sudia.example/talk",
                "title": "A second talk",
                "seendate": "20130227T000000Z",
                "domain": "sudia.example",
                "language": "English",
                "sourcecountry": "Sudia",
            },
        ]
    }
).encode()
GDELT_CSV = (
    b"URL,MobileURL,Date,Title\nhttps://post.example/fish,,20130226T101500Z,Ministers meet over fish\n"
)
GDELT_EVENTS = "".join(
    "\t".join([str(number), "20130226", *[""] * 57, "20130226101500", url]) + "\n"
    for number, url in (
        (1, "https://post.example/fish"),
        (2, "https://post.example/fish"),
        (3, "https://sudia.example/talk"),
    )
).encode()

SAMPLES: dict[str, bytes] = {
    "a.txt": "\n\n".join(BODY).encode(),
    "a.html": PAGE,
    "a.jsonl": json.dumps({"text": LEAD, "title": "One"}).encode()
    + b"\n"
    + json.dumps({"html": PAGE.decode()}).encode(),
    "a.json": json.dumps([{"text": LEAD}, {"text": SECOND}]).encode(),
    "a.csv": f'title,text\nOne,"{LEAD}"\nTwo,"{SECOND}"\n'.encode(),
    "rss.xml": rss(rss_item(), rss_item("A second talk", f"<p>{LEAD}</p>")),
    "atom.xml": atom(
        "<title>Ministers meet over fish</title><link href='/fish'/><updated>2013-02-26T10:15:00Z</updated>"
        f"<author><name>Jane Roe</name></author><content type='html'>{escape(PARAGRAPHS)}</content>"
    ),
    "feed.json": json_feed(),
    "list.opml": OPML,
    "sitemap.xml": SITEMAP,
    "index.xml": SITEMAP_INDEX,
    "urls.txt": b"https://post.example/fish\nhttps://sudia.example/talk\n",
    "a.warc": warc(warc_record(http_response())),
    "a.warc.gz": warc(warc_record(http_response()), packed=True),
    "a.eml": mail(html=PAGE.decode(), attached=[(PAGE, "text/html", "page.html")]).as_bytes(),
    "a.mbox": mbox(mail().as_bytes(), mail(subject="Again").as_bytes()),
    "a.pdf": pdf(wrapped(LEAD), wrapped(SECOND)),
    "a.zip": zipped({"one.txt": LEAD.encode(), "two/page.html": PAGE, "feed.xml": rss(rss_item())}),
    "a.txt.gz": gzip.compress("\n\n".join(BODY).encode(), mtime=0),
    "zotero.json": json.dumps([CITATION]).encode(),
    "mediacloud.csv": MEDIA_CLOUD,
    "story.jsonl": STORY_INDEX,
    "gdelt.json": GDELT_LIST,
    "gdelt.csv": GDELT_CSV,
    "events.csv": GDELT_EVENTS,
}
"""A sample by the name of its file."""

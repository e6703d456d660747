"""Read: bytes become articles. Formats, roles of lines, metadata, language; no names and no grammar.

`read_path`, `read_bytes` and `read_text` make articles; `open_path`, `open_bytes` and `article_of` do
the same in two steps, the second of which is the costly one. `read_addresses` says which pages or feeds
a list names, `find_inputs` which files a list of paths stands for, `body_view` is what a reader
would read of an article, and `read_again` reads it beside the other pages of its outlet.
"""

from detente.read.again import read_again
from detente.read.articles import article_of
from detente.read.files import (
    find_inputs,
    open_bytes,
    open_path,
    read_addresses,
    read_bytes,
    read_path,
)
from detente.read.inputs import Address, Raw
from detente.read.text import read_text
from detente.read.view import body_view

__all__ = [
    "Address",
    "Raw",
    "article_of",
    "body_view",
    "find_inputs",
    "open_bytes",
    "open_path",
    "read_addresses",
    "read_again",
    "read_bytes",
    "read_path",
    "read_text",
]

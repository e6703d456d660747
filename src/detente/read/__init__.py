"""Read: bytes become articles. Formats, roles of lines, metadata, language; no names and no grammar.

`read_path`, `read_bytes` and `read_text` make articles; `body_view` is what a reader would read of
one; `find_inputs` says which files a list of paths stands for.
"""

from detente.read.files import find_inputs, read_bytes, read_path
from detente.read.text import read_text
from detente.read.view import body_view

__all__ = ["body_view", "find_inputs", "read_bytes", "read_path", "read_text"]

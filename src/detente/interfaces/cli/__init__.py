"""The command line: `detente COMMAND`. Data go to standard output, the rest to standard error.

`app` holds the commands, one small module a group; `page` and the modules beside it turn views into
lines. Everything that a command tells comes from the same queries as the Python interface.
"""

from detente.interfaces.cli.app import app, main

__all__ = ["app", "main"]

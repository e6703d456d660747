"""The record in a browser, and its HTTP API: pages and routes over the queries, nothing of their own.

    create_app(Settings("archive.db"))

`settings` says what a server is told, `reading` what every request begins with, `guards` what is
refused before any page, `access` who may do what; `pages/` has one module a page, `api/` the API.
"""

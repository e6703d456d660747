"""Every read: one module a kind, and `relationship`, `search`, `who` and `showing` across kinds.

Each function takes an open connection and the reference tables, and returns frozen views
(`detente.query.views`) whose items end in references. The logic behind them is pure: `relation`,
`concern`, `encounters`, `folding`, `offices` and `questions` take records and know no database.
"""

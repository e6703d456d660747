"""Quality against gold: `python -m evals TASK --gold FILE --json`."""

"""One module a task, each with `run(paths)`."""

"""How a task is scored; equal in result to what peers publish."""

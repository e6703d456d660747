"""Claims about the future, with who makes them; `find_forecasts` is the one way in."""

from detente.extract.forecasts.finding import find_forecasts

__all__ = ["find_forecasts"]

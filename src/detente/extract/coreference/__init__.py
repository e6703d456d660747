"""Names become chains: pronouns and office phrases reach the person they stand for."""

from detente.extract.coreference.resolve import resolve

__all__ = ["resolve"]

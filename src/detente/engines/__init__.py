"""Where chunks of work run: in this process, in several, on a cluster. An engine only maps."""

from detente.engines.choice import by_name

__all__ = ["by_name"]

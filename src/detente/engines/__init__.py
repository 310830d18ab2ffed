"""Where chunks of work run: in this process, or in several. An engine only maps."""

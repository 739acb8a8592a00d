"""sitegen turns a heap of raw news text into a permanent, searchable, static archive."""

__version__ = "0.1.0"

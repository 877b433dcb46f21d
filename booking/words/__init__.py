"""Sentences for every code, in Dutch, English and French: for screens, mail, PDF, calendar feeds and the API alike."""

from booking.words.letters import letter
from booking.words.sentences import LANGUAGES, WordsMissing, label, say, spoken_language

__all__ = ["LANGUAGES", "WordsMissing", "label", "letter", "say", "spoken_language"]

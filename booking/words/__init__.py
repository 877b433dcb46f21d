"""Sentences for every code, in Dutch, English and French: for screens, mail, PDF, calendar feeds and the API alike."""

from booking.words.letters import letter
from booking.words.sentences import LANGUAGES, WordsMissing, label, say

__all__ = ["LANGUAGES", "WordsMissing", "label", "letter", "say"]

"""An owner's rules as people read them: whom, what, when, how much, in three languages."""

from booking.words.rules.lists import NOUNS, SETTINGS
from booking.words.rules.sentences import QUESTION_OF, Subject, sentence_for, sentences

__all__ = ["NOUNS", "QUESTION_OF", "SETTINGS", "Subject", "sentence_for", "sentences"]

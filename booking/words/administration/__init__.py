"""The words of the administration: its settings and lists, what cannot be done to them, and what was done."""

from booking.words.administration import agreements, done, preferred, refusals, settings

NOUNS = settings.NOUNS
SENTENCES = {**refusals.SENTENCES, **done.SENTENCES, **preferred.SENTENCES, **agreements.SENTENCES}

"""What cannot be done as it was asked, and what to do about it."""

from booking.words.errors import doors, filled_in, reservations

SENTENCES = {
    **filled_in.SENTENCES,
    **reservations.SENTENCES,
    **doors.SENTENCES,
}

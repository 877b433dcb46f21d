"""What cannot be done as it was asked, and what to do about it."""

from booking.words.errors import doors, filled_in, guard, people, reservations

SENTENCES = {
    **filled_in.SENTENCES,
    **reservations.SENTENCES,
    **people.SENTENCES,
    **doors.SENTENCES,
    **guard.SENTENCES,
}

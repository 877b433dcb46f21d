"""What cannot be done as it was asked, and what to do about it."""

from booking.words.errors import doors, filled_in, guard, handovers, people, programs, regulations, reservations

SENTENCES = {
    **filled_in.SENTENCES,
    **reservations.SENTENCES,
    **handovers.SENTENCES,
    **people.SENTENCES,
    **regulations.SENTENCES,
    **doors.SENTENCES,
    **guard.SENTENCES,
    **programs.SENTENCES,
}

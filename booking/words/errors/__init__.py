"""What cannot be done as it was asked, and what to do about it."""

from booking.words.errors import (
    basket,
    charges,
    documents,
    doors,
    filled_in,
    guard,
    handovers,
    maintenance,
    papers,
    people,
    programs,
    regulations,
    reservations,
    start,
)

SENTENCES = {
    **filled_in.SENTENCES,
    **reservations.SENTENCES,
    **start.SENTENCES,
    **handovers.SENTENCES,
    **maintenance.SENTENCES,
    **people.SENTENCES,
    **regulations.SENTENCES,
    **papers.SENTENCES,
    **basket.SENTENCES,
    **charges.SENTENCES,
    **doors.SENTENCES,
    **documents.SENTENCES,
    **guard.SENTENCES,
    **programs.SENTENCES,
}

"""What each check found, in sentences that read well with any part of their evidence, or none."""

from booking.words.findings import (
    agreements,
    availability,
    decision,
    joint,
    lending_rules,
    papers,
    payment,
    people,
    proofs_of_cover,
    proofs_of_fitness,
    work,
)

SENTENCES = {
    **availability.SENTENCES,
    **work.SENTENCES,
    **joint.SENTENCES,
    **lending_rules.SENTENCES,
    **agreements.SENTENCES,
    **proofs_of_cover.SENTENCES,
    **proofs_of_fitness.SENTENCES,
    **people.SENTENCES,
    **payment.SENTENCES,
    **papers.SENTENCES,
    **decision.SENTENCES,
}

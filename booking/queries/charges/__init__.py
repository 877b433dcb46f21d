"""What is due after an event: what a dossier still owes, the charges proposed for it, and lists of both for who looks after the money."""

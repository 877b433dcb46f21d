"""The rule book: pure functions on plain values, standard library only."""

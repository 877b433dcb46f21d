"""The loan contract in words: everything that its paper and its page say, in one of three languages."""

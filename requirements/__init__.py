"""What the house stands on: the locks, and the standard-library-only scripts that install what they say and write them anew."""

"""What an administrator sees of the settings: one list per noun, scoped to what the reader administers."""

"""What an administrator fills in, a file per noun."""

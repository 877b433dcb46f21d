"""What must be inspected or maintained, when there is room for it, and what stands in the way."""

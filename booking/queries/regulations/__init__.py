"""Regulations as they are kept: what a price rests on, what is being prepared, and how each came to be."""

from booking.queries.regulations.stored import Draft, draft_of, published_beside, stored_plain, stored_regulation

__all__ = ["Draft", "draft_of", "published_beside", "stored_plain", "stored_regulation"]

"""The shapes of everything that goes in and out, as JSON Schema: what documents them also checks them."""

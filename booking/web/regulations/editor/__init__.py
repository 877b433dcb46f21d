"""The editor of a fee regulation, for who knows the council's text and is no programmer."""

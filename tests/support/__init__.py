"""What the tests stand on: one PostgreSQL per run, fresh databases for nothing, the real server, a real browser."""

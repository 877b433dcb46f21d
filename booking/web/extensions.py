"""The one database handle of the web process."""

from __future__ import annotations

from flask_sqlalchemy import SQLAlchemy

from models import Base

db = SQLAlchemy(model_class=Base, disable_autonaming=True, session_options={"expire_on_commit": False, "autoflush": False})

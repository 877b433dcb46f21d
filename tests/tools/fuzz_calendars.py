"""Coverage-guided fuzzing of the calendar reader, for who has `atheris` (it is not among our dependencies):

pip install atheris && python -m tests.tools.fuzz_calendars -max_total_time=180 -max_len=4000
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["booking.formats.ical_reading"]):
    from booking.formats.ical_reading import Unreadable, read

from tests.formats.ical_reading.test_bombs import WINDOW


def one(data: bytes) -> None:
    """Read or refuse: whatever else is raised is a find."""
    try:
        read(data, *WINDOW)
    except Unreadable:
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

"""A fee regulation as a text that a council's secretary can read, print and compare: read with line numbers, written always alike."""

from booking.formats.regulation.json_schema import json_schema
from booking.formats.regulation.problems import Problem, RegulationFileError
from booking.formats.regulation.reading import loads
from booking.formats.regulation.writing import dumps

__all__ = ["Problem", "RegulationFileError", "dumps", "json_schema", "loads"]

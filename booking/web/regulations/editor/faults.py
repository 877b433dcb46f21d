"""What is wrong with a field of the editor, with an example of how it is right."""

from __future__ import annotations

from collections.abc import Mapping

from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _

FAULTS: Mapping[str, Lazy] = {
    "missing": _("Vul dit in."),
    "money": _("Een bedrag, zoals 12,50."),
    "decimal": _("Een getal, zoals 50 of 2,5."),
    "count": _("Een geheel getal vanaf 1."),
    "natural": _("Een geheel getal vanaf 0."),
    "clock": _("Een uur, zoals 8:00 of 18:30."),
    "date": _("Een datum, zoals 12/06/2027."),
    "season_day": _("Maand en dag, zoals 10-01 voor 1 oktober."),
    "article_number": _("Een artikelnummer, zoals 4 of 3 §2."),
    "text": _("Hoogstens 2000 gewone tekens."),
    "code": _("Alleen letters, cijfers, streepjes en punten."),
    "choice": _("Kies uit de lijst."),
    "flag": _("Kies ja of nee."),
    "priced_twice": _("Deze categorie heeft al een bedrag in de tabel."),
    "period_reversed": _("Het einde ligt niet na het begin."),
    "time_nonexistent": _("Dit uur bestaat niet: de klok slaat het over."),
    "time_ambiguous": _("Dit uur bestaat die nacht twee keer: schrijf 02:30+02:00 voor zomertijd, 02:30+01:00 voor wintertijd."),
}


def fault(code: str) -> str:
    """The sentence of a fault, empty for none."""
    return str(FAULTS.get(code, _("Dit kan niet gelezen worden."))) if code else ""

"""What a regulation leaves open, in sentences for its council."""

from __future__ import annotations

from booking.rules.tariffs import Lint
from booking.words.tariffs.formulas import DAY_NAMES
from booking.words.tariffs.templates import fill

LINTS: dict[str, dict[str, str]] = {
    "bracket_gap": {
        "nl": "Art. {article}: [bij precies {at}][vanaf {from}][ tot en met {until}] keer staat er niets.",
        "en": "Art. {article}: [for exactly {at}][from {from}][ to {until}] uses nothing is said.",
        "fr": "Art. {article} : [pour exactement {at}][à partir de {from}][ jusqu'à {until}] fois, rien n'est dit.",
    },
    "bracket_overlap": {
        "nl": "Art. {article}: [bij precies {at}][vanaf {from}][ tot en met {until}] keer gelden twee schijven.",
        "en": "Art. {article}: [for exactly {at}][from {from}][ to {until}] uses two brackets apply.",
        "fr": "Art. {article} : [pour exactement {at}][à partir de {from}][ jusqu'à {until}] fois, deux tranches s'appliquent.",
    },
    "day_parts_open": {
        "nl": "Art. {article}: tussen {from} en {until} is er geen dagdeel; wie dan gebruikt, heeft een prijs van de uitleendienst nodig.",
        "en": "Art. {article}: between {from} and {until} there is no part of the day; use then needs a price from the lending desk.",
        "fr": "Art. {article} : entre {from} et {until}, il n'y a pas de partie de journée ; l'usage demande un prix du service de prêt.",
    },
    "day_parts_overlap": {
        "nl": "Art. {article}: tussen {from} en {until} gelden twee dagdelen, en allebei worden ze aangerekend.",
        "en": "Art. {article}: between {from} and {until} two parts of the day apply, and both are charged.",
        "fr": "Art. {article} : entre {from} et {until}, deux parties de journée s'appliquent et les deux sont comptées.",
    },
    "windows_open": {
        "nl": "Art. {article}: op {days} is er tussen {from} en {until} geen prijs; de uitleendienst moet ze dan bepalen.",
        "en": "Art. {article}: on {days} there is no price between {from} and {until}; the lending desk must then set it.",
        "fr": "Art. {article} : {days}, il n'y a pas de prix entre {from} et {until} ; le service de prêt doit alors le fixer.",
    },
    "windows_overlap": {
        "nl": "Art. {article}: op {days} gelden tussen {from} en {until} twee prijzen; de eerste in de tekst telt.",
        "en": "Art. {article}: on {days} two prices apply between {from} and {until}; the first in the text counts.",
        "fr": "Art. {article} : {days}, deux prix s'appliquent entre {from} et {until} ; le premier du texte compte.",
    },
    "range_gap": {
        "nl": "Art. {article}: voor [precies {at}][{from}][ tot {until}] {measure} staat er niets.",
        "en": "Art. {article}: for [exactly {at}][{from}][ to {until}] {measure} nothing is said.",
        "fr": "Art. {article} : pour [exactement {at}][{from}][ à {until}] {measure}, rien n'est dit.",
    },
    "range_overlap": {
        "nl": "Art. {article}: voor [precies {at}][{from}][ tot {until}] {measure} geldt nog een artikel; allebei worden aangerekend.",
        "en": "Art. {article}: for [exactly {at}][{from}][ to {until}] {measure} another article applies too, and both are charged.",
        "fr": "Art. {article} : pour [exactement {at}][{from}][ à {until}] {measure}, un autre article vaut aussi ; les deux sont comptés.",
    },
    "ladder_open": {
        "nl": "Art. {article}: er staat niet wat verschuldigd blijft na de laatste trap; nu is dat alles.",
        "en": "Art. {article}: it does not say what stays due after the last step; now that is everything.",
        "fr": "Art. {article} : rien ne dit ce qui reste dû après le dernier palier ; pour l'instant, tout.",
    },
    "ladder_falls": {
        "nl": "Art. {article}: een latere trap ({at}) vraagt {percent} %, minder dan de {before} % ervoor.",
        "en": "Art. {article}: a later step ({at}) asks {percent}%, less than the {before}% before it.",
        "fr": "Art. {article} : un palier ultérieur ({at}) demande {percent} %, moins que les {before} % qui précèdent.",
    },
    "index_gap": {
        "nl": "Indexering[ ({index})]: voor {year} is er geen indexcijfer.",
        "en": "Indexation[ ({index})]: there is no figure for {year}.",
        "fr": "Indexation[ ({index})] : il n'y a pas de chiffre pour {year}.",
    },
    "group_unreachable": {
        "nl": "De categorie „{group}” staat achter „{behind}”, die iedereen toelaat: niemand komt erin terecht.",
        "en": "The group “{group}” stands behind “{behind}”, which admits everyone: nobody reaches it.",
        "fr": "La catégorie « {group} » suit « {behind} », qui admet tout le monde : personne n'y arrive.",
    },
}

MEASURES = {
    "nl": {"hours": "uur", "days": "dagen", "units": "stuks", "uses": "keer in het jaar", "application": "keer in één aanvraag"},
    "en": {"hours": "hours", "days": "days", "units": "pieces", "uses": "uses in the year", "application": "uses in one application"},
    "fr": {"hours": "heures", "days": "jours", "units": "pièces", "uses": "usages dans l'année", "application": "usages en une demande"},
}
OVER = {"nl": "meer dan {}", "en": "more than {}", "fr": "plus de {}"}
BEYOND = {"nl": "{} en meer", "en": "{} and more", "fr": "{} et plus"}


def advise(lint: Lint, language: str = "nl") -> str:
    """The sentence of what a regulation leaves open, in nl, en or fr."""
    fields = {name: "" if each is None else str(each) for name, each in lint.details.items()}
    if lint.code.startswith("bracket_") and fields["from"] == fields["until"]:
        fields = {"at": fields["from"]}
    if "days" in fields:
        fields["days"] = ", ".join(DAY_NAMES[language][day] for day in fields["days"].split(","))
    if "measure" in fields:
        fields["measure"] = MEASURES[language][fields["measure"]]
        if "over" in fields:
            fields["from"] = OVER[language].format(fields["from"])
        elif fields.get("from") and not fields["until"]:
            fields["from"] = BEYOND[language].format(fields["from"])
    return fill(LINTS[lint.code][language], {**fields, "article": lint.article or ""})

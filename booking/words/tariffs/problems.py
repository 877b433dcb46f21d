"""What is wrong with a regulation, line by line, and how its worked examples came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.tariffs import ExampleResult
from booking.words.tariffs.templates import fill

_EXPECTED = {
    "nl": "{field}: verwacht {expected}[; hier staat „{found}”].",
    "en": "{field}: expected {expected}[; found “{found}”].",
    "fr": "{field} : attendu {expected}[ ; trouvé « {found} »].",
}
PROBLEMS: dict[str, dict[str, str]] = {
    **{
        f"{name}_expected": _EXPECTED
        for name in (
            *("text", "code", "article_number", "money", "count", "natural", "decimal", "flag", "clock", "date", "season_day", "choice"),
            *("day_part", "period", "mapping", "list"),
        )
    },
    "time_nonexistent": {
        "nl": "{field}: dit uur bestaat niet, de klok slaat het over.",
        "en": "{field}: this time does not exist, the clock skips it.",
        "fr": "{field} : cette heure n'existe pas, l'horloge la saute.",
    },
    "time_ambiguous": {
        "nl": "{field}: dit uur bestaat twee keer; schrijf +01:00 of +02:00 erbij.",
        "en": "{field}: this time exists twice; add +01:00 or +02:00.",
        "fr": "{field} : cette heure existe deux fois ; ajoutez +01:00 ou +02:00.",
    },
    "period_reversed": {
        "nl": "{field}: het einde ligt niet na het begin.",
        "en": "{field}: the end is not after the start.",
        "fr": "{field} : la fin ne suit pas le début.",
    },
    "field_missing": {"nl": "Het veld „{field}” ontbreekt.", "en": "The field “{field}” is missing.", "fr": "Le champ « {field} » manque."},
    "field_unknown": {
        "nl": "Het veld „{field}” bestaat hier niet; wel: {expected}.",
        "en": "There is no field “{field}” here; there are: {expected}.",
        "fr": "Le champ « {field} » n'existe pas ici ; il y a : {expected}.",
    },
    "yaml_syntax": {
        "nl": "De tekst is geen geldige YAML: {found}.",
        "en": "The text is not valid YAML: {found}.",
        "fr": "Le texte n'est pas du YAML valide : {found}.",
    },
    "not_utf8": {
        "nl": "Het bestand is niet in UTF-8 opgeslagen.",
        "en": "The file is not saved as UTF-8.",
        "fr": "Le fichier n'est pas enregistré en UTF-8.",
    },
    "file_too_large": {
        "nl": "Het bestand telt {found} tekens; {most} is het meeste.",
        "en": "The file has {found} characters; {most} is the most.",
        "fr": "Le fichier compte {found} caractères ; {most} au plus.",
    },
    "file_empty": {"nl": "Het bestand is leeg.", "en": "The file is empty.", "fr": "Le fichier est vide."},
    "too_deep": {
        "nl": "Dieper genest dan {most} niveaus.",
        "en": "Nested deeper than {most} levels.",
        "fr": "Imbriqué sur plus de {most} niveaux.",
    },
    "alias_refused": {
        "nl": "Ankers en verwijzingen (& en *) horen hier niet.",
        "en": "Anchors and aliases (& and *) do not belong here.",
        "fr": "Les ancres et alias (& et *) n'ont pas leur place ici.",
    },
    "tag_refused": {
        "nl": "Het label {tag} hoort hier niet.",
        "en": "The tag {tag} does not belong here.",
        "fr": "L'étiquette {tag} n'a pas sa place ici.",
    },
    "key_twice": {"nl": "„{key}” staat er twee keer.", "en": "“{key}” is there twice.", "fr": "« {key} » figure deux fois."},
    "key_not_text": {
        "nl": "Een veldnaam moet gewone tekst zijn.",
        "en": "A field name must be plain text.",
        "fr": "Un nom de champ doit être du texte.",
    },
    "one_document": {
        "nl": "Een bestand bevat één reglement.",
        "en": "A file holds one regulation.",
        "fr": "Un fichier contient un seul règlement.",
    },
    "kind_unknown": {
        "nl": "De soort „{kind}” bestaat niet; wel: {kinds}.",
        "en": "There is no kind “{kind}”; there are: {kinds}.",
        "fr": "Le genre « {kind} » n'existe pas ; il y a : {kinds}.",
    },
    "group_twice": {
        "nl": "De categorie „{group}” staat er twee keer.",
        "en": "The group “{group}” is there twice.",
        "fr": "La catégorie « {group} » figure deux fois.",
    },
    "group_unknown": {
        "nl": "De categorie „{of}” bestaat niet in dit reglement.",
        "en": "There is no group “{of}” in this regulation.",
        "fr": "La catégorie « {of} » n'existe pas dans ce règlement.",
    },
    "group_cycle": {
        "nl": "De percentages lopen in een kring: {path}.",
        "en": "The percentages run in a circle: {path}.",
        "fr": "Les pourcentages tournent en rond : {path}.",
    },
    "group_half_derived": {
        "nl": "„{group}”: een afgeleide prijs heeft `percent` én `of`, en geen eigen bedrag.",
        "en": "“{group}”: a derived price has both `percent` and `of`, and no amount of its own.",
        "fr": "« {group} » : un prix dérivé a `percent` et `of`, et pas de montant propre.",
    },
    "article_twice": {
        "nl": "Artikel {article} staat er twee keer.",
        "en": "Article {article} is there twice.",
        "fr": "L'article {article} figure deux fois.",
    },
    "article_unknown": {
        "nl": "Artikel {article} verwijst naar artikel {other}, dat niet bestaat.",
        "en": "Article {article} refers to article {other}, which does not exist.",
        "fr": "L'article {article} renvoie à l'article {other}, qui n'existe pas.",
    },
    "term_unknown": {
        "nl": "Artikel {article}: het veld „{term}” bestaat niet; wel: {known}.",
        "en": "Article {article}: there is no field “{term}”; there are: {known}.",
        "fr": "Article {article} : le champ « {term} » n'existe pas ; il y a : {known}.",
    },
    "term_missing": {
        "nl": "Artikel {article}: het veld „{term}” ontbreekt.",
        "en": "Article {article}: the field “{term}” is missing.",
        "fr": "Article {article} : le champ « {term} » manque.",
    },
    "terms_unreadable": {
        "nl": "Artikel {article}: de bepalingen zijn onleesbaar.",
        "en": "Article {article}: the terms cannot be read.",
        "fr": "Article {article} : les dispositions sont illisibles.",
    },
    "price_missing": {
        "nl": "Artikel {article}: voor „{group}” ontbreekt de prijs „{column}”.",
        "en": "Article {article}: “{group}” lacks the price “{column}”.",
        "fr": "Article {article} : il manque à « {group} » le prix « {column} ».",
    },
    "parts_unordered": {
        "nl": "Artikel {article}: de dagdelen moeten van vroeg naar laat lopen.",
        "en": "Article {article}: the parts of the day must run from early to late.",
        "fr": "Article {article} : les parties de journée doivent aller du plus tôt au plus tard.",
    },
    "brackets_unordered": {
        "nl": "Artikel {article}: de schijf vanaf {at} eindigt voor ze begint.",
        "en": "Article {article}: the bracket from {at} ends before it begins.",
        "fr": "Article {article} : la tranche à partir de {at} finit avant de commencer.",
    },
    "tiers_unordered": {
        "nl": "Artikel {article}: de trap vanaf {at} moet na de vorige komen, en de eerste na 1.",
        "en": "Article {article}: the tier from {at} must follow the one before it, and the first one 1.",
        "fr": "Article {article} : le palier à partir de {at} doit suivre le précédent, et le premier 1.",
    },
    "article_later": {
        "nl": "Artikel {article} is een deel van artikel {other}, dat ervoor moet staan.",
        "en": "Article {article} is a share of article {other}, which must stand before it.",
        "fr": "L'article {article} est une part de l'article {other}, qui doit le précéder.",
    },
    "figures_unordered": {
        "nl": "Indexering: het cijfer vanaf {at} moet na het vorige komen.",
        "en": "Indexation: the figure from {at} must follow the one before it.",
        "fr": "Indexation : le chiffre à partir du {at} doit suivre le précédent.",
    },
    "base_zero": {
        "nl": "Indexering: een index kan niet nul zijn.",
        "en": "Indexation: an index cannot be nought.",
        "fr": "Indexation : un indice ne peut être nul.",
    },
    "quantity_impossible": {
        "nl": "Lijn {line}: een aantal of maat[ („{measure}”)] kan niet negatief zijn.",
        "en": "Line {line}: a number or measure[ (“{measure}”)] cannot be negative.",
        "fr": "Ligne {line} : un nombre ou une mesure[ (« {measure} »)] ne peut être négatif.",
    },
    "title_missing": {
        "nl": "Het reglement heeft nog geen titel.",
        "en": "The regulation has no title yet.",
        "fr": "Le règlement n'a pas encore de titre.",
    },
    "part_unfinished": {
        "nl": "Nog niet af[: categorie {group}][: artikel {article}][: voorbeeld {example}].",
        "en": "Not finished yet[: group {group}][: article {article}][: example {example}].",
        "fr": "Pas encore terminé[ : catégorie {group}][ : article {article}][ : exemple {example}].",
    },
    "validity_reversed": {
        "nl": "Het reglement eindigt ({valid_until}) voor het begint ({valid_from}).",
        "en": "The regulation ends ({valid_until}) before it begins ({valid_from}).",
        "fr": "Le règlement finit ({valid_until}) avant de commencer ({valid_from}).",
    },
}
_PLACE = {"nl": "regel {line}[, {article}]: ", "en": "line {line}[, {article}]: ", "fr": "ligne {line}[, {article}] : "}


def describe(code: str, details: Mapping[str, Any], language: str = "nl", *, line: int | None = None, article: str | None = None) -> str:
    """The sentence of a problem in a regulation, after its line and the article or example it is in where they are given."""
    texts = {name: " → ".join(map(str, each)) if isinstance(each, (list, tuple)) else str(each) for name, each in details.items()}
    place = fill(_PLACE[language], {"line": str(line), "article": article or ""}) if line else ""
    return place + fill(PROBLEMS[code][language], texts)


def print_example(result: ExampleResult) -> str:
    """One line per figure of a worked example: `ok     P01a total expected 4000 computed 4000`, amounts in cents."""
    return f"{'ok' if result.holds else 'WRONG':6} {result.name} {result.field} expected {result.expected} computed {result.computed}"

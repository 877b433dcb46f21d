"""The words of an amount: its formula by code, why it is multiplied, the days of the week."""

from __future__ import annotations

from booking.words.tariffs.preferred import PREFERRED

FORMULAS: dict[str, dict[str, str]] = {
    "forfait": {"nl": "vaste prijs {price}", "en": "fixed price {price}", "fr": "prix forfaitaire {price}"},
    "per_piece": {
        "nl": "{quantity} × {price}[ (na {free} gratis)][ (vanaf nummer {from})]",
        "en": "{quantity} × {price}[ (after {free} free)][ (from number {from})]",
        "fr": "{quantity} × {price}[ (après {free} gratuits)][ (à partir du nº {from})]",
    },
    "per_started_block": {
        "nl": "{started} × {price} ({quantity}, per begonnen {block})",
        "en": "{started} × {price} ({quantity}, per {block} begun)",
        "fr": "{started} × {price} ({quantity}, par {block} entamés)",
    },
    "per_measure": {
        "nl": "{charged}[ × {times}] × {price}[ : {divide}][ ({given}, waarvan {free} gratis)][ (per begonnen {block})]",
        "en": "{charged}[ × {times}] × {price}[ ÷ {divide}][ ({given}, of which {free} free)][ (per {block} begun)]",
        "fr": "{charged}[ × {times}] × {price}[ : {divide}][ ({given}, dont {free} gratuits)][ (par {block} entamés)]",
    },
    "per_time": dict.fromkeys(("nl", "en", "fr"), "{time}[ × {times}] × {price}[ ({window})]"),
    "flat_above": {
        "nl": "dagtarief boven {hours}: [{times} × ]{price}",
        "en": "day rate above {hours}: [{times} × ]{price}",
        "fr": "tarif journalier au-delà de {hours} : [{times} × ]{price}",
    },
    "per_day_part": dict.fromkeys(("nl", "en", "fr"), "{parts}[ × {times}] × {price}[ ({window})]"),
    "per_day": dict.fromkeys(("nl", "en", "fr"), "{days}[ × {times}] × {price}[ ÷ {divide}][ ({window})]"),
    "per_block": dict.fromkeys(("nl", "en", "fr"), "{blocks}[ × {times}] × {price}"),
    "capped": {
        "nl": "{sum}, beperkt tot {price}[ ({times})][ (hoogstens per {stretch})]",
        "en": "{sum}, limited to {price}[ ({times})][ (at most per {stretch})]",
        "fr": "{sum}, limité à {price}[ ({times})][ (maximum par {stretch})]",
    },
    "first_next_day": {
        "nl": "[{times} × ][{open}][eerste dag {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, beperkt tot {maximum} per {stretch}: {price}][{close}]",
        "en": "[{times} × ][{open}][first day {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, limited to {maximum} per {stretch}: {price}][{close}]",
        "fr": "[{times} × ][{open}][premier jour {first}][{plus}][{following} × {next}]"
        "[ = {uncapped}, limité à {maximum} par {stretch} : {price}][{close}]",
    },
    "base_period": {
        "nl": "[{times} × ]({base} voor {base_days}[ + {further}][ van {step}][ × {extra}])",
        "en": "[{times} × ]({base} for {base_days}[ + {further}][ of {step}][ × {extra}])",
        "fr": "[{times} × ]({base} pour {base_days}[ + {further}][ de {step}][ × {extra}])",
    },
    "further_periods": dict.fromkeys(("nl", "en", "fr"), "[{times} × ]({further}[ × {extra}])"),
    "cheapest": {
        "nl": "voordeligste combinatie: [{times} × ]({sum})",
        "en": "cheapest combination: [{times} × ]({sum})",
        "fr": "combinaison la plus avantageuse : [{times} × ]({sum})",
    },
    "share_of": {
        "nl": "[{times} × ]{price}, wat hierboven per artikel gevraagd wordt,",
        "en": "[{times} × ]{price}, what the articles above ask,",
        "fr": "[{times} × ]{price}, ce que demandent les articles ci-dessus,",
    },
    "real_cost": {"nl": "werkelijke kostprijs {value}", "en": "real cost {value}", "fr": "coût réel {value}"},
    "value_share": {
        "nl": "[{times} × ]de waarde {value}",
        "en": "[{times} × ]the value {value}",
        "fr": "[{times} × ]la valeur {value}",
    },
    "vat_included": {
        "nl": "waarvan {percent} btw in {sum} begrepen",
        "en": "of which {percent} VAT held in {sum}",
        "fr": "dont {percent} de TVA comprise dans {sum}",
    },
    "deposit_each": dict.fromkeys(("nl", "en", "fr"), "[{quantity} × ]{price}"),
    "deposit_first_next": {
        "nl": "eerste stuk {first} + {following} × {next}",
        "en": "first piece {first} + {following} × {next}",
        "fr": "première pièce {first} + {following} × {next}",
    },
    "deposit_price": {
        "nl": "{percent} van de prijs {sum}[ = {computed}, bepaald op {price}]",
        "en": "{percent} of the price {sum}[ = {computed}, set at {price}]",
        "fr": "{percent} du prix {sum}[ = {computed}, fixé à {price}]",
    },
    "deposit_value": {
        "nl": "{percent} van de waarde {value}[ = {computed}, bepaald op {price}]",
        "en": "{percent} of the value {value}[ = {computed}, set at {price}]",
        "fr": "{percent} de la valeur {value}[ = {computed}, fixé à {price}]",
    },
    "per_dossier": {"nl": "vast bedrag per dossier", "en": "fixed amount per request", "fr": "montant fixe par dossier"},
    "minimum": {
        "nl": "aanvulling van {sum} tot het minimum van {minimum}",
        "en": "from {sum} up to the minimum of {minimum}",
        "fr": "complément de {sum} jusqu'au minimum de {minimum}",
    },
    "maximum": {
        "nl": "van {sum} beperkt tot het maximum van {maximum}",
        "en": "from {sum} down to the maximum of {maximum}",
        "fr": "de {sum} limité au maximum de {maximum}",
    },
    "volume": {
        "nl": "{uses} in één aanvraag: {percent} van {sum}",
        "en": "{uses} in one application: {percent} of {sum}",
        "fr": "{uses} en une demande : {percent} de {sum}",
    },
    "cancellation": {
        "nl": "{days} ({working}) vooraf geannuleerd: {percent} van {sum} blijft verschuldigd",
        "en": "cancelled {days} ({working}) ahead: {percent} of {sum} stays due",
        "fr": "annulé {days} ({working}) à l'avance : {percent} de {sum} reste dû",
    },
    "deposit_share": {
        "nl": "[{times} × ]{percent} van de waarborg {sum}[, minstens {minimum}]",
        "en": "[{times} × ]{percent} of the deposit {sum}[, at least {minimum}]",
        "fr": "[{times} × ]{percent} de la caution {sum}[, au moins {minimum}]",
    },
    "deposit_maximum": {
        "nl": "waarborgen samen {sum}, beperkt tot {maximum}",
        "en": "deposits together {sum}, limited to {maximum}",
        "fr": "cautions ensemble {sum}, limitées à {maximum}",
    },
}

HOURS = {"nl": "u.", "en": "h", "fr": "h"}
FREE = {"nl": "gratis", "en": "free", "fr": "gratuit"}
ARTICLE = {"nl": "art. {number}", "en": "art. {number}", "fr": "art. {number}"}
FACTORS: dict[str, dict[str, str]] = {
    "group_percent": {"nl": "van het tarief „{of_title}”", "en": "of the tariff “{of_title}”", "fr": "du tarif « {of_title} »"},
    "agreement": dict.fromkeys(("nl", "en", "fr"), "{source}"),
    **PREFERRED,
    "adjust": dict.fromkeys(("nl", "en", "fr"), "{reason}"),
    "tier": {"nl": "vanaf nummer {from}", "en": "from number {from}", "fr": "à partir du nº {from}"},
    "share": dict.fromkeys(("nl", "en", "fr"), ""),
    "window": dict.fromkeys(("nl", "en", "fr"), "{window}"),
}
DAY_NAMES = {
    "nl": {"mo": "ma", "tu": "di", "we": "wo", "th": "do", "fr": "vr", "sa": "za", "su": "zo", "holiday": "feestdag",
           "school_holiday": "schoolvakantie"},
    "en": {"mo": "Mon", "tu": "Tue", "we": "Wed", "th": "Thu", "fr": "Fri", "sa": "Sat", "su": "Sun", "holiday": "holiday",
           "school_holiday": "school holiday"},
    "fr": {"mo": "lu", "tu": "ma", "we": "me", "th": "je", "fr": "ve", "sa": "sa", "su": "di", "holiday": "jour férié",
           "school_holiday": "vacances scolaires"},
}  # fmt: skip
NOT_ON = {"nl": "niet op", "en": "not on", "fr": "sauf"}

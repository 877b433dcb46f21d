"""When an article counts and for what: the terms that any article can have."""

from __future__ import annotations

# term: language: (name, help)
OF_CONDITIONS: dict[str, dict[str, tuple[str, str]]] = {
    "when": {
        "nl": ("Alleen wanneer", "Wanneer dit artikel geldt. Laat alles leeg als het altijd geldt."),
        "en": ("Only when", "When this article applies. Leave all of it empty if it always does."),
        "fr": ("Seulement si", "Quand cet article s'applique. Laissez tout vide s'il s'applique toujours."),
    },
    "notice_from": {
        "nl": ("Minstens zoveel dagen vooraf gevraagd", "Kalenderdagen tussen de aanvraag en de eerste dag."),
        "en": ("Asked at least so many days ahead", "Calendar days between the request and the first day."),
        "fr": ("Demandé au moins tant de jours à l'avance", "Jours civils entre la demande et le premier jour."),
    },
    "notice_to": {
        "nl": ("Hoogstens zoveel dagen vooraf gevraagd", "Voor wie laattijdig aanvraagt."),
        "en": ("Asked at most so many days ahead", "For who asks late."),
        "fr": ("Demandé au plus tant de jours à l'avance", "Pour qui demande tardivement."),
    },
    "extra": {
        "nl": ("Komt bovenop een andere prijs", "Een toeslag, zoals levering: geldt naast het artikel dat het gebruik zelf prijst."),
        "en": ("Comes on top of another price", "A supplement such as delivery: applies beside the article that prices the use itself."),
        "fr": ("S'ajoute à un autre prix", "Un supplément, comme la livraison : s'ajoute à l'article qui fixe le prix de l'usage."),
    },
    "adjust": {
        "nl": (
            "Kortingen en toeslagen",
            "Een ander percentage in bepaalde gevallen: 50 is de halve prijs, 0 is gratis, 150 is anderhalve keer.",
        ),
        "en": (
            "Discounts and surcharges",
            "Another percentage in certain cases: 50 is half the price, 0 is free, 150 is one and a half times.",
        ),
        "fr": (
            "Réductions et suppléments",
            "Un autre pourcentage dans certains cas : 50 est la moitié, 0 est gratuit, 150 une fois et demie.",
        ),
    },
    "percent": {
        "nl": ("Percentage", "100 is de gewone prijs, 50 de helft."),
        "en": ("Percentage", "100 is the ordinary price, 50 is half."),
        "fr": ("Pourcentage", "100 est le prix ordinaire, 50 la moitié."),
    },
    "reason": {
        "nl": ("Reden", "Zoals ze op de prijsberekening komt, bijvoorbeeld: vanaf het tweede gebruik in het jaar."),
        "en": ("Reason", "As the price will show it, for instance: from the second use in the year."),
        "fr": ("Motif", "Tel qu'il figure sur le calcul du prix, par exemple : à partir du deuxième usage de l'année."),
    },
    "purposes": {"nl": ("Bij dit gebruik", ""), "en": ("For this use", ""), "fr": ("Pour cet usage", "")},
    "not_purposes": {"nl": ("Niet bij dit gebruik", ""), "en": ("Not for this use", ""), "fr": ("Pas pour cet usage", "")},
    "handover": {"nl": ("Afhaling of levering", ""), "en": ("Pick-up or delivery", ""), "fr": ("Retrait ou livraison", "")},
    "place": {"nl": ("Plaats van gebruik", ""), "en": ("Place of use", ""), "fr": ("Lieu d'usage", "")},
    "hours_over": {
        "nl": ("Langer dan (uren)", "Precies zo lang telt nog niet mee."),
        "en": ("Longer than (hours)", "Exactly as long does not count."),
        "fr": ("Plus long que (heures)", "Exactement cette durée ne compte pas."),
    },
    "hours_to": {"nl": ("Tot en met (uren)", ""), "en": ("Up to and including (hours)", ""), "fr": ("Jusqu'à (heures) inclus", "")},
    "uses_from": {
        "nl": ("Vanaf gebruik nr. in het jaar", "2 betekent: vanaf de tweede keer in het kalenderjaar."),
        "en": ("From use no. in the year", "2 means: from the second time in the calendar year."),
        "fr": ("À partir de l'usage n° dans l'année", "2 signifie : à partir de la deuxième fois de l'année civile."),
    },
    "uses_to": {
        "nl": ("Tot en met gebruik nr. in het jaar", "1 betekent: alleen de eerste keer in het kalenderjaar."),
        "en": ("Up to use no. in the year", "1 means: only the first time in the calendar year."),
        "fr": ("Jusqu'à l'usage n° dans l'année", "1 signifie : seulement la première fois de l'année civile."),
    },
    "season_from": {
        "nl": ("Seizoen van (maand-dag)", "Bijvoorbeeld 10-01 voor 1 oktober."),
        "en": ("Season from (month-day)", "For instance 10-01 for 1 October."),
        "fr": ("Saison du (mois-jour)", "Par exemple 10-01 pour le 1er octobre."),
    },
    "season_until": {
        "nl": ("Seizoen tot en met (maand-dag)", ""),
        "en": ("Season until (month-day)", ""),
        "fr": ("Saison jusqu'au (mois-jour)", ""),
    },
    "groups": {
        "nl": ("Alleen voor deze tariefcategorieën", ""),
        "en": ("Only for these groups", ""),
        "fr": ("Seulement pour ces catégories", ""),
    },
    "windows": {
        "nl": ("Uren of dagen met een andere prijs", "Nacht, weekend, feestdag of daluren. De eerste rij die past, geldt."),
        "en": ("Hours or days at another price", "Night, weekend, holiday or off-peak hours. The first row that fits applies."),
        "fr": (
            "Heures ou jours à un autre prix",
            "Nuit, week-end, jour férié ou heures creuses. La première ligne qui convient s'applique.",
        ),
    },
    "windows.from": {
        "nl": ("Van", "Bijvoorbeeld 22:00; een nacht loopt door tot het uur eronder."),
        "en": ("From", "For instance 22:00; a night runs on until the hour below."),
        "fr": ("De", "Par exemple 22:00 ; une nuit continue jusqu'à l'heure ci-dessous."),
    },
    "windows.until": {"nl": ("Tot", ""), "en": ("Until", ""), "fr": ("À", "")},
    "windows.price": {
        "nl": ("Of een eigen prijs", "Dan geldt de rij „daluren” van de tabel."),
        "en": ("Or a price of its own", "Then the row “off-peak” of the table applies."),
        "fr": ("Ou un prix propre", "La ligne « heures creuses » du tableau s'applique alors."),
    },
    "of": {"nl": ("Van het tarief van", ""), "en": ("Of the tariff of", ""), "fr": ("Du tarif de", "")},
    "vat": {
        "nl": ("Btw", "Laat leeg wat het hele reglement volgt."),
        "en": ("VAT", "Leave empty what follows the whole regulation."),
        "fr": ("TVA", "Laissez vide ce qui suit tout le règlement."),
    },
    "for": {
        "nl": ("Voor", "Waarover dit artikel gaat: soorten of aparte middelen. Niets aangevinkt betekent alles."),
        "en": ("For", "What this article is about: categories or single assets. Nothing ticked means everything."),
        "fr": ("Pour", "Ce que vise cet article : des catégories ou du matériel précis. Rien de coché signifie tout."),
    },
    "except": {
        "nl": ("Niet voor", "Wat er uitgezonderd is."),
        "en": ("Not for", "What is excepted."),
        "fr": ("Pas pour", "Ce qui est excepté."),
    },
    "period": {
        "nl": ("Welke periode telt", "Het gebruik zelf, of de hele tijd van uitgifte tot terugname."),
        "en": ("Which period counts", "The use itself, or all the time from hand-over to return."),
        "fr": ("Quelle période compte", "L'usage même, ou tout le temps du retrait à la restitution."),
    },
    "days": {
        "nl": ("Op deze dagen", "Niets aangevinkt betekent elke dag."),
        "en": ("On these days", "Nothing ticked means every day."),
        "fr": ("Ces jours", "Rien de coché signifie tous les jours."),
    },
    "not_days": {"nl": ("Niet op deze dagen", ""), "en": ("Not on these days", ""), "fr": ("Pas ces jours", "")},
    "application_from": {
        "nl": ("Vanaf zoveel keer in één aanvraag", ""),
        "en": ("From so many uses in one application", ""),
        "fr": ("À partir d'autant de fois en une demande", ""),
    },
    "application_to": {
        "nl": ("Tot en met zoveel keer in één aanvraag", ""),
        "en": ("Up to so many uses in one application", ""),
        "fr": ("Jusqu'à autant de fois en une demande", ""),
    },
    "days_from": {
        "nl": ("Vanaf (dagen)", "Bijvoorbeeld 5: wie vijf dagen of langer leent."),
        "en": ("From (days)", "For instance 5: who borrows for five days or more."),
        "fr": ("À partir de (jours)", "Par exemple 5 : qui emprunte cinq jours ou plus."),
    },
    "days_to": {"nl": ("Tot en met (dagen)", ""), "en": ("Up to (days)", ""), "fr": ("Jusqu'à (jours)", "")},
    "hours_from": {
        "nl": ("Vanaf (uren)", "Precies zo lang telt mee."),
        "en": ("From (hours)", "Exactly as long counts."),
        "fr": ("À partir de (heures)", "Exactement cette durée compte."),
    },
    "hours_under": {
        "nl": ("Korter dan (uren)", "Precies zo lang telt niet mee."),
        "en": ("Shorter than (hours)", "Exactly as long does not count."),
        "fr": ("Moins que (heures)", "Exactement cette durée ne compte pas."),
    },
    "units_from": {"nl": ("Vanaf (stuks)", ""), "en": ("From (pieces)", ""), "fr": ("À partir de (pièces)", "")},
    "units_to": {"nl": ("Tot en met (stuks)", ""), "en": ("Up to (pieces)", ""), "fr": ("Jusqu'à (pièces)", "")},
    "cheapest_of": {
        "nl": ("Het goedkoopste van", "Artikels met hetzelfde woord hier: de ontlener betaalt alleen het goedkoopste."),
        "en": ("The cheapest of", "Articles with the same word here: the borrower pays only the cheapest."),
        "fr": ("Le moins cher de", "Articles avec le même mot ici : l'emprunteur ne paie que le moins cher."),
    },
    "full_price": {
        "nl": ("Zonder kortingen van een overeenkomst", "Iedereen betaalt dit bedrag voluit."),
        "en": ("Without discounts of an agreement", "Everybody pays this amount in full."),
        "fr": ("Sans réductions de convention", "Tout le monde paie ce montant en entier."),
    },
    "only_windows": {
        "nl": ("Daarbuiten geen prijs", "Uren buiten deze rijen kunnen niet gehuurd worden zonder de uitleendienst."),
        "en": ("No price outside them", "Hours outside these rows have no price without the lending desk."),
        "fr": ("Pas de prix en dehors", "Les heures hors de ces lignes n'ont pas de prix sans le service de prêt."),
    },
    "tiers": {
        "nl": (
            "Een andere prijs vanaf het zoveelste",
            "Vanaf het tweede, derde … stuk, uur of dag; elke rij geldt tot de volgende begint.",
        ),
        "en": ("Another price from the n-th on", "From the second, third … piece, hour or day; each row holds until the next begins."),
        "fr": (
            "Un autre prix à partir du énième",
            "À partir de la deuxième, troisième … pièce, heure ou journée ; chaque ligne vaut jusqu'à la suivante.",
        ),
    },
    "tiers.from": {"nl": ("Vanaf nr.", ""), "en": ("From no.", ""), "fr": ("À partir du n°", "")},
    "tiers.price": {
        "nl": ("Of een eigen rij van de tabel", ""),
        "en": ("Or a row of its own in the table", ""),
        "fr": ("Ou une ligne propre du tableau", ""),
    },
    "chosen": {
        "nl": (
            "Alleen als de ontlener dit kiest",
            "Een woord voor de dienst, zoals stroom of personeel: de ontlener vinkt het aan bij zijn aanvraag.",
        ),
        "en": (
            "Only when the borrower chooses this",
            "A word for the service, such as power or staff: the borrower ticks it in the request.",
        ),
        "fr": (
            "Seulement si l'emprunteur le choisit",
            "Un mot pour le service, comme courant ou personnel : l'emprunteur le coche dans sa demande.",
        ),
    },
}  # fmt: skip

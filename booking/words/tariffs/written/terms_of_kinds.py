"""How an article counts: the terms that belong to one kind or a few."""

from __future__ import annotations

# term: language: (name, help)
OF_KINDS: dict[str, dict[str, tuple[str, str]]] = {
    "deposit_value.percent": {
        "nl": ("Percentage van de waarde", "Bijvoorbeeld 10."),
        "en": ("Percentage of the value", "For instance 10."),
        "fr": ("Pourcentage de la valeur", "Par exemple 10."),
    },
    "deposit_share.percent": {
        "nl": ("Percentage van de waarborg", "Bijvoorbeeld 10."),
        "en": ("Percentage of the deposit", "For instance 10."),
        "fr": ("Pourcentage de la caution", "Par exemple 10."),
    },
    "steps.percent": {
        "nl": ("Blijft verschuldigd, in %", "0 is niets, 50 de helft."),
        "en": ("Stays due, in %", "0 is nothing, 50 is half."),
        "fr": ("Reste dû, en %", "0 est rien, 50 la moitié."),
    },
    "brackets.percent": {
        "nl": ("Te betalen, in %", "75 betekent een korting van 25 %."),
        "en": ("To be paid, in %", "75 means a discount of 25%."),
        "fr": ("À payer, en %", "75 signifie une réduction de 25 %."),
    },
    "per": {
        "nl": ("Maal", "Waarmee de prijs vermenigvuldigd wordt: meestal het aantal stuks."),
        "en": ("Times", "What the price is multiplied by: mostly the number of pieces."),
        "fr": ("Fois", "Ce par quoi le prix est multiplié : le plus souvent le nombre de pièces."),
    },
    "block": {
        "nl": ("Per begonnen aantal", "10 betekent: de prijs geldt per begonnen tien."),
        "en": ("Per started number", "10 means: the price is for each ten that is begun."),
        "fr": ("Par nombre entamé", "10 signifie : le prix vaut par dizaine entamée."),
    },
    "deposit_price.percent": {
        "nl": ("Percentage van de prijs", "Bijvoorbeeld 50."),
        "en": ("Percentage of the price", "For instance 50."),
        "fr": ("Pourcentage du prix", "Par exemple 50."),
    },
    "free": {
        "nl": ("Eerste gratis", "Hoeveel er gratis zijn voor er betaald wordt."),
        "en": ("First ones free", "How many are free before anything is paid."),
        "fr": ("Premiers gratuits", "Combien sont gratuits avant de payer."),
    },
    "measure": {
        "nl": ("Wat gemeten wordt", "Wat de dienst of de ontlener opgeeft, zoals kilometers."),
        "en": ("What is measured", "What the service or the borrower tells, such as kilometres."),
        "fr": ("Ce qui est mesuré", "Ce que le service ou l'emprunteur indique, comme les kilomètres."),
    },
    "started": {
        "nl": ("Begonnen eenheden tellen volledig", "Zonder vinkje wordt naar verhouding gerekend."),
        "en": ("Started units count fully", "Without a tick the price is in proportion."),
        "fr": ("Les unités entamées comptent entièrement", "Sans coche, le prix est proportionnel."),
    },
    "optional": {
        "nl": ("Alleen als het opgegeven is", "Niet opgegeven is dan geen kost: wie proper terugbrengt, betaalt geen schoonmaak."),
        "en": ("Only when it is given", "Not given is no cost then: who returns it clean pays no cleaning."),
        "fr": ("Seulement si c'est indiqué", "Non indiqué ne coûte alors rien : qui rend propre ne paie pas de nettoyage."),
    },
    "minutes": {
        "nl": ("Minuten per eenheid", "60 is een uur, 30 een half uur, 240 een blok van vier uur."),
        "en": ("Minutes per unit", "60 is an hour, 30 a half-hour, 240 a block of four hours."),
        "fr": ("Minutes par unité", "60 est une heure, 30 une demi-heure, 240 un bloc de quatre heures."),
    },
    "at_least": {
        "nl": ("Minstens zoveel eenheden", "Wie korter gebruikt, betaalt toch zoveel."),
        "en": ("At least so many units", "Who uses it for less, still pays so many."),
        "fr": ("Au moins autant d'unités", "Qui utilise moins paie tout de même autant."),
    },
    "flat_above": {
        "nl": ("Dagtarief boven (uren)", "Langer dan zoveel uren geldt de rij „dagtarief” in de tabel, ook als dat goedkoper is."),
        "en": ("Day rate above (hours)", "Beyond so many hours the row “day rate” of the table applies, even where that is cheaper."),
        "fr": (
            "Tarif journalier au-delà de (heures)",
            "Au-delà, la ligne « tarif journalier » du tableau s'applique, même si c'est moins cher.",
        ),
    },
    "parts": {
        "nl": (
            "Dagdelen",
            "De uren waarop een dagdeel begint, en het einde van het laatste: 8:00, 12:30, 18:00, 24:00 zijn drie dagdelen.",
        ),
        "en": ("Parts of the day", "The hours at which a part begins, and the end of the last: 8:00, 12:30, 18:00, 24:00 are three parts."),
        "fr": (
            "Parties de journée",
            "Les heures où commence une partie, et la fin de la dernière : 8:00, 12:30, 18:00, 24:00 font trois parties.",
        ),
    },
    "maximum_days": {
        "nl": ("Maximum per (dagen)", "Voor hoeveel dagen de rij „maximum” geldt; 7 is een week."),
        "en": ("Maximum per (days)", "For how many days the row “maximum” holds; 7 is a week."),
        "fr": ("Maximum par (jours)", "Pour combien de jours vaut la ligne « maximum » ; 7 est une semaine."),
    },
    "count": {"nl": ("Hoe dagen tellen", ""), "en": ("How days are counted", ""), "fr": ("Comment compter les jours", "")},
    "extra_days": {
        "nl": ("Een bijkomende periode telt (dagen)", "1 is een prijs per bijkomende dag, 7 per bijkomende week."),
        "en": ("A further period has (days)", "1 is a price per further day, 7 per further week."),
        "fr": ("Une période supplémentaire compte (jours)", "1 est un prix par jour supplémentaire, 7 par semaine."),
    },
    "weekend_from": {"nl": ("Weekend begint op", ""), "en": ("Weekend begins on", ""), "fr": ("Le week-end commence le", "")},
    "weekend_from_time": {"nl": ("om", ""), "en": ("at", ""), "fr": ("à", "")},
    "weekend_until": {"nl": ("Weekend eindigt op", ""), "en": ("Weekend ends on", ""), "fr": ("Le week-end finit le", "")},
    "weekend_until_time": {"nl": ("om", ""), "en": ("at", ""), "fr": ("à", "")},
    "week_days": {
        "nl": ("Dagen in een week", "Meestal 7; sommige reglementen rekenen een week van 5 dagen."),
        "en": ("Days in a week", "Mostly 7; some regulations count a week of 5 days."),
        "fr": ("Jours dans une semaine", "Le plus souvent 7 ; certains règlements comptent une semaine de 5 jours."),
    },
    "brackets": {
        "nl": ("Schijven", "Van hoeveel tot hoeveel keer welk percentage betaald wordt. Laat geen getal open."),
        "en": ("Brackets", "From how many to how many uses which percentage is paid. Leave no number out."),
        "fr": ("Tranches", "De combien à combien de fois quel pourcentage est payé. N'oubliez aucun nombre."),
    },
    "brackets.from": {"nl": ("Van (keer)", ""), "en": ("From (uses)", ""), "fr": ("De (fois)", "")},
    "brackets.until": {
        "nl": ("Tot en met (keer)", "Leeg is: en meer."),
        "en": ("Up to (uses)", "Empty means: and more."),
        "fr": ("Jusqu'à (fois)", "Vide signifie : et plus."),
    },
    "articles": {
        "nl": ("Alleen voor de artikels", "Nummers met een komma ertussen. Leeg betekent alle artikels."),
        "en": ("Only for the articles", "Numbers with commas between them. Empty means all articles."),
        "fr": ("Seulement pour les articles", "Numéros séparés par des virgules. Vide signifie tous."),
    },
    "steps": {
        "nl": ("Trappen", "Van vroeg naar laat: wie minstens zolang vooraf annuleert, blijft dit percentage verschuldigd."),
        "en": ("Steps", "From early to late: who cancels at least so long ahead, still owes this percentage."),
        "fr": ("Paliers", "Du plus tôt au plus tard : qui annule au moins autant à l'avance doit encore ce pourcentage."),
    },
    "steps.days": {"nl": ("Minstens (dagen) vooraf", ""), "en": ("At least (days) ahead", ""), "fr": ("Au moins (jours) avant", "")},
    "steps.working_days": {
        "nl": ("of minstens (werkdagen) vooraf", ""),
        "en": ("or at least (working days) ahead", ""),
        "fr": ("ou au moins (jours ouvrables) avant", ""),
    },
    "otherwise": {
        "nl": ("Anders verschuldigd, in %", "Voor wie later annuleert dan de laatste trap."),
        "en": ("Otherwise due, in %", "For who cancels later than the last step."),
        "fr": ("Sinon dû, en %", "Pour qui annule après le dernier palier."),
    },
    "period.days": {
        "nl": ("Aantal dagen in de prijs", "Bijvoorbeeld 3: de prijs geldt voor drie dagen, ook wie er maar één leent."),
        "en": ("Number of days in the price", "For instance 3: the price holds for three days, also for who borrows for one."),
        "fr": ("Nombre de jours dans le prix", "Par exemple 3 : le prix vaut pour trois jours, même pour un seul jour."),
    },
    "divide": {
        "nl": ("Per hoeveel", "Bijvoorbeeld 10: de prijs geldt per tien."),
        "en": ("Per how many", "For instance 10: the price is for ten."),
        "fr": ("Par combien", "Par exemple 10 : le prix vaut pour dix."),
    },
    "free_total": {
        "nl": ("Gratis in het hele dossier", "Hoeveel er samen gratis zijn, over alle lijnen."),
        "en": ("Free in the whole request", "How many are free together, over all lines."),
        "fr": ("Gratuits dans tout le dossier", "Combien sont gratuits ensemble, sur toutes les lignes."),
    },
    "once": {
        "nl": ("Eén keer per", "Voor elk middel, voor elke soort of voor de hele aanvraag."),
        "en": ("Once per", "For each asset, each category or the whole request."),
        "fr": ("Une fois par", "Pour chaque matériel, chaque catégorie ou toute la demande."),
    },
    "each": {
        "nl": ("Voor elke eenheid opnieuw", "Bijvoorbeeld voor elke dag te laat."),
        "en": ("Again for every unit", "For instance for every day late."),
        "fr": ("À nouveau pour chaque unité", "Par exemple pour chaque jour de retard."),
    },
    "cancelled": {
        "nl": ("Geldt bij annulatie", "Ja: alleen wie annuleert betaalt dit. Nee: alleen wie niet annuleert."),
        "en": ("Holds on cancellation", "Yes: only who cancels pays this. No: only who does not cancel."),
        "fr": ("Vaut en cas d'annulation", "Oui : seul qui annule paie. Non : seul qui n'annule pas."),
    },
    "half_day_hours": {
        "nl": ("Een halve dag duurt hoogstens (uren)", "Dan telt de rij „halve dag” van de tabel."),
        "en": ("A half day lasts at most (hours)", "Then the row “half day” of the table counts."),
        "fr": ("Une demi-journée dure au plus (heures)", "La ligne « demi-journée » du tableau compte alors."),
    },
    "blocks": {
        "nl": ("Blokken van de week", "Bijvoorbeeld een weekend van vrijdag 18:00 tot maandag 8:00."),
        "en": ("Blocks of the week", "For instance a weekend from Friday 18:00 to Monday 8:00."),
        "fr": ("Blocs de la semaine", "Par exemple un week-end du vendredi 18:00 au lundi 8:00."),
    },
    "blocks.title": {"nl": ("Naam", ""), "en": ("Name", ""), "fr": ("Nom", "")},
    "blocks.from_day": {"nl": ("Van", ""), "en": ("From", ""), "fr": ("Du", "")},
    "blocks.from": {"nl": ("om", ""), "en": ("at", ""), "fr": ("à", "")},
    "blocks.until_day": {"nl": ("Tot", ""), "en": ("Until", ""), "fr": ("Au", "")},
    "blocks.until": {"nl": ("om", ""), "en": ("at", ""), "fr": ("à", "")},
    "blocks.price": {"nl": ("Rij van de tabel", ""), "en": ("Row of the table", ""), "fr": ("Ligne du tableau", "")},
    "share_of.articles": {
        "nl": ("Van de artikels", "Nummers met een komma ertussen."),
        "en": ("Of the articles", "Numbers with commas between them."),
        "fr": ("Des articles", "Numéros séparés par des virgules."),
    },
    "share_of.percent": {
        "nl": ("Percentage ervan", "Bijvoorbeeld 10."),
        "en": ("Percentage of it", "For instance 10."),
        "fr": ("Pourcentage", "Par exemple 10."),
    },
    "cost.percent": {
        "nl": ("Percentage van de kost", "100 is de hele kost."),
        "en": ("Percentage of the cost", "100 is the whole cost."),
        "fr": ("Pourcentage du coût", "100 est le coût entier."),
    },
    "value.percent": {
        "nl": ("Percentage van de waarde", "100 is de volle waarde."),
        "en": ("Percentage of the value", "100 is the full value."),
        "fr": ("Pourcentage de la valeur", "100 est la valeur entière."),
    },
    "cost.measure": {
        "nl": ("Welke kost", "Het bedrag dat de uitleendienst achteraf opgeeft."),
        "en": ("Which cost", "The amount that the desk tells afterwards."),
        "fr": ("Quel coût", "Le montant que le service indique après coup."),
    },
}  # fmt: skip

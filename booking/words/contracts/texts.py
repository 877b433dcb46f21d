"""The fixed texts of a loan contract."""

from __future__ import annotations

HEADINGS = {
    "contract": {"nl": "Bruikleenovereenkomst", "en": "Loan contract", "fr": "Contrat de prêt"},
    "parties": {"nl": "Partijen", "en": "Parties", "fr": "Parties"},
    "lent": {"nl": "Wat uitgeleend wordt", "en": "What is lent", "fr": "Ce qui est prêté"},
    "cover": {"nl": "Dekking en bevoegdheid", "en": "Cover and qualifications", "fr": "Couverture et qualifications"},
    "price": {"nl": "Prijs en waarborg", "en": "Price and deposit", "fr": "Prix et caution"},
    "clauses": {"nl": "Afspraken", "en": "Clauses", "fr": "Clauses"},
    "signatures": {"nl": "Ondertekening", "en": "Signatures", "fr": "Signatures"},
    "lender": {"nl": "De uitlener", "en": "The lender", "fr": "Le prêteur"},
    "borrower": {"nl": "De ontlener", "en": "The borrower", "fr": "L'emprunteur"},
    "dated": {"nl": "Opgemaakt op", "en": "Drawn up on", "fr": "Établi le"},
    "reservation": {"nl": "Reservatie", "en": "Reservation", "fr": "Réservation"},
    "version": {"nl": "Versie", "en": "Version", "fr": "Version"},
    "event": {"nl": "Waarvoor", "en": "For", "fr": "Pour"},
    "place_of_use": {"nl": "Waar", "en": "Where", "fr": "Lieu d'utilisation"},
    "beneficiary": {"nl": "Bestemd voor", "en": "Intended for", "fr": "Destiné à"},
    "out": {"nl": "Uitgifte", "en": "Hand-over", "fr": "Retrait"},
    "back": {"nl": "Teruggave", "en": "Return", "fr": "Restitution"},
    "use": {"nl": "Gebruik", "en": "Use", "fr": "Utilisation"},
    "depot": {"nl": "Plaats van uitgifte", "en": "Place of hand-over", "fr": "Lieu de retrait"},
    "way": {"nl": "Hoe", "en": "How", "fr": "Mode"},
    "operator": {"nl": "Bediener", "en": "Operator", "fr": "Opérateur"},
    "driver": {"nl": "Bestuurder", "en": "Driver", "fr": "Conducteur"},
    "value": {"nl": "Waarde per stuk", "en": "Value each", "fr": "Valeur par pièce"},
    "state": {"nl": "Plaatsbeschrijving", "en": "Condition report", "fr": "État des lieux"},
    "at_out": {"nl": "bij uitgifte", "en": "at hand-over", "fr": "au retrait"},
    "at_back": {"nl": "bij teruggave", "en": "at return", "fr": "à la restitution"},
    "whole": {"nl": "Volledig en werkend", "en": "Complete and working", "fr": "Complet et en état de marche"},
    "undamaged": {"nl": "Zonder schade", "en": "Undamaged", "fr": "Sans dommage"},
    "clean": {"nl": "Proper", "en": "Clean", "fr": "Propre"},
    "keys": {"nl": "Sleutels en toebehoren", "en": "Keys and accessories", "fr": "Clés et accessoires"},
    "remarks": {"nl": "Opmerkingen", "en": "Remarks", "fr": "Remarques"},
    "net": {"nl": "Zonder btw", "en": "Without VAT", "fr": "Hors TVA"},
    "vat": {"nl": "Btw", "en": "VAT", "fr": "TVA"},
    "total": {"nl": "Te betalen", "en": "To pay", "fr": "À payer"},
    "deposit": {"nl": "Waarborg", "en": "Deposit", "fr": "Caution"},
    "rests_on": {"nl": "Volgens", "en": "By", "fr": "Selon"},
    "name_and_date": {"nl": "Naam, datum en handtekening", "en": "Name, date and signature", "fr": "Nom, date et signature"},
    "nothing": {
        "nl": "Voor deze uitlening vraagt de uitlener geen bewijs van dekking.",
        "en": "The lender asks no proof of cover for this loan.",
        "fr": "Le prêteur ne demande aucune preuve de couverture pour ce prêt.",
    },
    "no_price": {
        "nl": "De uitlener bepaalt de prijs nog.",
        "en": "The lender has yet to set the price.",
        "fr": "Le prêteur doit encore fixer le prix.",
    },
}  # fmt: skip

CLAUSES = {
    "use_only": {
        "nl": "De ontlener gebruikt wat hij leent alleen voor wat hierboven staat, met zorg, en volgt "
        "de gebruiksaanwijzing.",
        "en": "The borrower uses what is lent only for what stands above, with due care, and follows the instructions for use.",
        "fr": "L'emprunteur n'utilise ce qui est prêté que pour ce qui figure ci-dessus, avec le soin d'une personne "
        "prudente, et suit le "
        "mode d'emploi.",
    },
    "onward_no": {
        "nl": "Doorlenen, onderverhuren of in pand geven is verboden.",
        "en": "Lending on, subletting or pledging is forbidden.",
        "fr": "Il est interdit de prêter, de sous-louer ou de mettre en gage.",
    },
    "onward_yes": {
        "nl": "Doorlenen mag binnen wat de uitlener toestaat; de ontlener blijft aansprakelijk.",
        "en": "Lending on is allowed within what the lender permits; the borrower remains liable.",
        "fr": "Prêter à un tiers est permis dans les limites fixées par le prêteur ; l'emprunteur reste responsable.",
    },
    "onward_to": {
        "nl": "De ontlener mag het doorlenen aan {beneficiary} en aan niemand anders; hij blijft zelf aansprakelijk.",
        "en": "The borrower may lend it on to {beneficiary} and to nobody else, and remains liable.",
        "fr": "L'emprunteur peut le prêter à {beneficiary} et à personne d'autre ; il reste responsable.",
    },
    "territory_owner": {
        "nl": "Het wordt alleen gebruikt op het grondgebied van de uitlener.",
        "en": "It is used only on the lender's territory.",
        "fr": "L'utilisation est limitée au territoire du prêteur.",
    },
    "territory_partners": {
        "nl": "Het wordt alleen gebruikt op het grondgebied van de uitlener en van de besturen waarmee hij samenwerkt.",
        "en": "It is used only on the territory of the lender and of the authorities that it cooperates with.",
        "fr": "L'utilisation est limitée au territoire du prêteur et des administrations partenaires.",
    },
    "damage": {
        "nl": "Van de uitgifte tot de teruggave is de ontlener aansprakelijk voor verlies, diefstal en schade. Hij meldt ze "
        "meteen; herstel of "
        "vervanging wordt hem aangerekend tegen de werkelijke kost.",
        "en": "From hand-over until return the borrower is liable for loss, theft and damage. They are reported at once; repair or "
        "replacement is charged at its real cost.",
        "fr": "Du retrait à la restitution, l'emprunteur répond de la perte, du vol et des dommages. Il les signale aussitôt "
        "; la réparation "
        "ou le remplacement lui est facturé au coût réel.",
    },
    "late": {
        "nl": "Wat te laat, vuil of onvolledig terugkomt, wordt aangerekend volgens het reglement hierboven. Wie te laat dreigt te zijn, "
        "verwittigt de uitlener, want een ander rekent erop.",
        "en": "What comes back late, dirty or incomplete is charged by the regulation above. Who may be late warns the "
        "lender, for somebody "
        "else counts on it.",
        "fr": "Ce qui revient en retard, sale ou incomplet est facturé selon le règlement ci-dessus. En cas de retard, "
        "l'emprunteur prévient "
        "le prêteur, car quelqu'un d'autre compte dessus.",
    },
    "report": {
        "nl": "De staat van elk middel wordt bij uitgifte en teruggave samen nagekeken en hierboven ingevuld. Zonder "
        "opmerking is het in goede "
        "staat ontvangen.",
        "en": "The condition of each asset is checked together at hand-over and return and filled in above. Without a remark "
        "it was received "
        "in good order.",
        "fr": "L'état de chaque objet est vérifié ensemble au retrait et à la restitution et noté ci-dessus. Sans remarque, "
        "il a été reçu en "
        "bon état.",
    },
    "terms": {
        "nl": "De gebruiksvoorwaarden “{title}”, versie {number}, maken deel uit van deze overeenkomst[; aanvaard door {by} op {on}].",
        "en": "The terms of use “{title}”, version {number}, are part of this contract[; accepted by {by} on {on}].",
        "fr": "Les conditions d'utilisation « {title} », version {number}, font partie de ce contrat[ ; acceptées par {by} le {on}].",
    },
    "acceptance": {
        "nl": "De ontlener kan deze overeenkomst op het scherm aanvaarden: zijn naam en het tijdstip worden bij de "
        "reservatie bewaard. Dat "
        "geldt als handtekening, net als een getekend exemplaar.",
        "en": "The borrower may accept this contract on screen: name and moment are kept with the reservation. That counts "
        "as a signature, "
        "as does a signed copy.",
        "fr": "L'emprunteur peut accepter ce contrat à l'écran : son nom et le moment sont conservés avec la réservation. "
        "Cela vaut signature, "
        "comme un exemplaire signé.",
    },
    "represented": {"nl": "vertegenwoordigd door {name}", "en": "represented by {name}", "fr": "représenté par {name}"},
    "enterprise": {"nl": "Ondernemingsnummer {kbo}", "en": "Enterprise number {kbo}", "fr": "Numéro d'entreprise {kbo}"},
    "from": {"nl": "{title}, geldig vanaf {first}", "en": "{title}, valid from {first}", "fr": "{title}, valable à partir du {first}"},
}

SENTENCES = {f"contract.{code}": words for code, words in {**HEADINGS, **CLAUSES}.items()}

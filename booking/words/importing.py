"""The words of a catalogue in a spreadsheet: its columns with what to fill in, and what is wrong with a row or a file."""

from __future__ import annotations

COLUMNS = {
    "code": {"nl": "nummer", "en": "number", "fr": "numéro"},
    "name": {"nl": "naam", "en": "name", "fr": "nom"},
    "category": {"nl": "categorie", "en": "category", "fr": "catégorie"},
    "units": {"nl": "aantal", "en": "units", "fr": "nombre"},
    "authority": {"nl": "bestuur", "en": "authority", "fr": "administration"},
    "depot": {"nl": "loods of gebouw", "en": "depot or building", "fr": "dépôt ou bâtiment"},
    "capacity": {"nl": "capaciteit (personen)", "en": "capacity (people)", "fr": "capacité (personnes)"},
    "features": {"nl": "kenmerken", "en": "features", "fr": "caractéristiques"},
    "mass_kg": {"nl": "massa (kg)", "en": "mass (kg)", "fr": "masse (kg)"},
    "replacement_value_cents": {"nl": "vervangingswaarde (€)", "en": "replacement value (€)", "fr": "valeur de remplacement (€)"},
    "hours_before": {"nl": "uren vooraf", "en": "hours before", "fr": "heures avant"},
    "hours_after": {"nl": "uren achteraf", "en": "hours after", "fr": "heures après"},
    "open_days_before": {"nl": "openingsdagen vooraf", "en": "opening days before", "fr": "jours d'ouverture avant"},
    "open_days_after": {"nl": "openingsdagen achteraf", "en": "opening days after", "fr": "jours d'ouverture après"},
    "in_service_from": {"nl": "in dienst vanaf", "en": "in service from", "fr": "en service à partir du"},
    "in_service_until": {"nl": "in dienst tot en met", "en": "in service until", "fr": "en service jusqu'au"},
    "description": {"nl": "omschrijving", "en": "description", "fr": "description"},
}

EXPLAINED = {
    "code": {
        "nl": "Verplicht. Het nummer waaronder u het kent: letters, cijfers, punt en streepje. Wat al bestaat, wordt bijgewerkt.",
        "en": "Required. The number by which you know it: letters, digits, dot and dash. A number that exists already is updated.",
        "fr": "Obligatoire. Le numéro sous lequel vous le connaissez : lettres, chiffres, point et tiret. Ce qui existe est mis à jour.",
    },
    "name": {
        "nl": "Verplicht. Zoals ontleners het lezen.",
        "en": "Required. As borrowers read it.",
        "fr": "Obligatoire. Comme les emprunteurs le lisent.",
    },
    "category": {
        "nl": "Verplicht. Een van de categorieën op het tweede blad.",
        "en": "Required. One of the categories on the second sheet.",
        "fr": "Obligatoire. Une des catégories de la deuxième feuille.",
    },
    "units": {
        "nl": "1 voor wat een eigen nummer heeft, meer voor stuks zonder nummer. Leeg is 1.",
        "en": "1 for what has a number of its own, more for pieces without. Empty is 1.",
        "fr": "1 pour ce qui a son propre numéro, plus pour des pièces sans numéro. Vide vaut 1.",
    },
    "authority": {
        "nl": "Enkel nodig als u voor meer dan één bestuur invoert: naam of NIS-code.",
        "en": "Only needed when you import for more than one authority: its name or NIS code.",
        "fr": "Nécessaire seulement si vous importez pour plusieurs administrations : nom ou code INS.",
    },
    "depot": {
        "nl": "Waar het afgehaald wordt of staat: de naam van een loods of gebouw van uw bestuur.",
        "en": "Where it is collected or stands: the name of a depot or building of your authority.",
        "fr": "Où il est retiré ou se trouve : le nom d'un dépôt ou bâtiment de votre administration.",
    },
    "capacity": {
        "nl": "Hoeveel personen erin of erop kunnen.",
        "en": "How many people it holds.",
        "fr": "Combien de personnes il peut accueillir.",
    },
    "features": {
        "nl": "Zoals “zitplaatsen 60; breedte 3,5; rolstoeltoegankelijk”. De namen staan op het tweede blad.",
        "en": "Such as “seats 60; width 3.5; accessible”. The names are on the second sheet.",
        "fr": "Par exemple « places assises 60; largeur 3,5; accessible ». Les noms sont sur la deuxième feuille.",
    },
    "mass_kg": {
        "nl": "In kilogram; bepaalt welk rijbewijs een aanhangwagen vraagt.",
        "en": "In kilograms; decides which licence a trailer needs.",
        "fr": "En kilogrammes ; détermine le permis requis pour une remorque.",
    },
    "replacement_value_cents": {
        "nl": "In euro per stuk, zoals 1250 of 1.250,00.",
        "en": "In euros each, such as 1250 or 1,250.00.",
        "fr": "En euros par pièce, comme 1250 ou 1 250,00.",
    },
    "hours_before": {
        "nl": "Uren die het vóór elke uitlening niet vrij is. Leeg: zoals de categorie.",
        "en": "Hours that it is not free before each loan. Empty: as the category.",
        "fr": "Heures d'indisponibilité avant chaque prêt. Vide : comme la catégorie.",
    },
    "hours_after": {
        "nl": "Uren die het na elke uitlening niet vrij is. Leeg: zoals de categorie.",
        "en": "Hours that it is not free after each loan. Empty: as the category.",
        "fr": "Heures d'indisponibilité après chaque prêt. Vide : comme la catégorie.",
    },
    "open_days_before": {
        "nl": "Openingsdagen van de loods vóór elke uitlening. Leeg: zoals de categorie.",
        "en": "Opening days of the depot before each loan. Empty: as the category.",
        "fr": "Jours d'ouverture du dépôt avant chaque prêt. Vide : comme la catégorie.",
    },
    "open_days_after": {
        "nl": "Openingsdagen van de loods na elke uitlening, om schoon te maken. Leeg: zoals de categorie.",
        "en": "Opening days of the depot after each loan, for cleaning. Empty: as the category.",
        "fr": "Jours d'ouverture du dépôt après chaque prêt, pour le nettoyage. Vide : comme la catégorie.",
    },
    "in_service_from": {
        "nl": "De eerste dag van uitlenen, zoals 2027-06-12 of 12/06/2027. Leeg: vandaag.",
        "en": "The first day of lending, such as 2027-06-12 or 12/06/2027. Empty: today.",
        "fr": "Le premier jour de prêt, comme 2027-06-12 ou 12/06/2027. Vide : aujourd'hui.",
    },
    "in_service_until": {
        "nl": "De laatste dag, als die bekend is.",
        "en": "The last day, if it is known.",
        "fr": "Le dernier jour, s'il est connu.",
    },
    "description": {"nl": "Wat een ontlener moet weten.", "en": "What a borrower must know.", "fr": "Ce qu'un emprunteur doit savoir."},
}

VERDICTS = {
    "new": {"nl": "nieuw", "en": "new", "fr": "nouveau"},
    "changed": {"nl": "gewijzigd", "en": "changed", "fr": "modifié"},
    "same": {"nl": "ongewijzigd", "en": "unchanged", "fr": "inchangé"},
    "wrong": {"nl": "fout", "en": "wrong", "fr": "erreur"},
}

STATES = {
    "read": {"nl": "te bevestigen", "en": "to be confirmed", "fr": "à confirmer"},
    "waiting": {"nl": "wacht", "en": "waiting", "fr": "en attente"},
    "running": {"nl": "bezig", "en": "under way", "fr": "en cours"},
    "done": {"nl": "ingevoerd", "en": "imported", "fr": "importé"},
    "failed": {"nl": "niet gelukt", "en": "failed", "fr": "échoué"},
}

SENTENCES = {
    "table_too_large": {
        "nl": "Dit bestand is te groot: hoogstens {limit} MB. Bewaar alleen het blad met de lijst.",
        "en": "This file is too large: at most {limit} MB. Save only the sheet with the list.",
        "fr": "Ce fichier est trop volumineux : {limit} Mo au plus. N'enregistrez que la feuille avec la liste.",
    },
    "table_too_long": {
        "nl": "Deze lijst is te lang: hoogstens {limit} rijen tegelijk. Splits ze in delen.",
        "en": "This list is too long: at most {limit} rows at once. Split it up.",
        "fr": "Cette liste est trop longue : {limit} lignes au plus à la fois. Divisez-la.",
    },
    "table_unreadable": {
        "nl": "Dit bestand is niet leesbaar als tabel[: {file}]. Bewaar het als XLSX of CSV.",
        "en": "This file cannot be read as a table[: {file}]. Save it as XLSX or CSV.",
        "fr": "Ce fichier n'est pas lisible comme tableau[ : {file}]. Enregistrez-le en XLSX ou CSV.",
    },
    "table_old_excel": {
        "nl": "Dit is een oud Excelbestand of het heeft een wachtwoord[: {file}]. Bewaar het als XLSX, zonder wachtwoord.",
        "en": "This is an old Excel file, or it has a password[: {file}]. Save it as XLSX, without a password.",
        "fr": "C'est un ancien fichier Excel, ou il a un mot de passe[ : {file}]. Enregistrez-le en XLSX, sans mot de passe.",
    },
    "table_empty": {
        "nl": "Dit bestand is leeg[: {file}].",
        "en": "This file is empty[: {file}].",
        "fr": "Ce fichier est vide[ : {file}].",
    },
    "import_no_rows": {
        "nl": "Onder de koppen staat geen enkele rij.",
        "en": "There is not a single row below the headings.",
        "fr": "Il n'y a aucune ligne sous les en-têtes.",
    },
    "import_column_twice": {
        "nl": "Deze kolom staat er twee keer: {column}. Laat er één weg.",
        "en": "This column is there twice: {column}. Leave one out.",
        "fr": "Cette colonne figure deux fois : {column}. Supprimez-en une.",
    },
    "import_columns_missing": {
        "nl": "Deze kolom ontbreekt: {column}. Neem de koppen van het voorbeeldbestand over.",
        "en": "This column is missing: {column}. Take the headings of the template.",
        "fr": "Cette colonne manque : {column}. Reprenez les en-têtes du modèle.",
    },
    "import_code_unreadable": {
        "nl": "Een nummer bestaat uit letters, cijfers, punten en streepjes, zonder spaties[: {value}].",
        "en": "A number is made of letters, digits, dots and dashes, without spaces[: {value}].",
        "fr": "Un numéro se compose de lettres, chiffres, points et tirets, sans espaces[ : {value}].",
    },
    "import_code_twice": {
        "nl": "Dit nummer staat ook op rij {row}.",
        "en": "This number is on row {row} too.",
        "fr": "Ce numéro figure aussi à la ligne {row}.",
    },
    "import_code_elsewhere": {
        "nl": "Dit nummer is van een middel van {authority}.",
        "en": "This number belongs to an asset of {authority}.",
        "fr": "Ce numéro appartient à du matériel de {authority}.",
    },
    "import_category_unknown": {
        "nl": "Deze categorie bestaat niet[: {value}]. Neem er een van het tweede blad van het voorbeeldbestand.",
        "en": "This category does not exist[: {value}]. Take one from the second sheet of the template.",
        "fr": "Cette catégorie n'existe pas[ : {value}]. Prenez-en une de la deuxième feuille du modèle.",
    },
    "import_depot_unknown": {
        "nl": "{authority} heeft geen loods of gebouw met deze naam[: {value}].",
        "en": "{authority} has no depot or building of this name[: {value}].",
        "fr": "{authority} n'a pas de dépôt ou bâtiment de ce nom[ : {value}].",
    },
    "import_depot_missing": {
        "nl": "Zeg waar dit staat: {authority} heeft meer dan één loods of gebouw, of geen.",
        "en": "Say where this stands: {authority} has more than one depot or building, or none.",
        "fr": "Dites où cela se trouve : {authority} a plusieurs dépôts ou bâtiments, ou aucun.",
    },
    "import_authority_unknown": {
        "nl": "Dit bestuur bestaat niet, of u werkt er niet voor[: {value}].",
        "en": "This authority does not exist, or you do not work for it[: {value}].",
        "fr": "Cette administration n'existe pas, ou vous n'y travaillez pas[ : {value}].",
    },
    "import_authority_missing": {
        "nl": "Zeg van welk bestuur dit is.",
        "en": "Say which authority this belongs to.",
        "fr": "Dites à quelle administration cela appartient.",
    },
    "import_money_unreadable": {
        "nl": "Dit is geen bedrag in euro[: {value}]. Schrijf 1250 of 1.250,00.",
        "en": "This is not an amount in euros[: {value}]. Write 1250 or 1,250.00.",
        "fr": "Ceci n'est pas un montant en euros[ : {value}]. Écrivez 1250 ou 1 250,00.",
    },
    "import_day_unreadable": {
        "nl": "Dit is geen dag[: {value}]. Schrijf 2027-06-12 of 12/06/2027.",
        "en": "This is not a day[: {value}]. Write 2027-06-12 or 12/06/2027.",
        "fr": "Ceci n'est pas un jour[ : {value}]. Écrivez 2027-06-12 ou 12/06/2027.",
    },
    "import_feature_unreadable": {
        "nl": "Dit kenmerk is niet te lezen[: {value}]. Schrijf zoals “zitplaatsen 60; rolstoeltoegankelijk”.",
        "en": "This feature cannot be read[: {value}]. Write as in “seats 60; accessible”.",
        "fr": "Cette caractéristique est illisible[ : {value}]. Écrivez comme « places assises 60; accessible ».",
    },
    "import_units_promised": {
        "nl": "Er zijn er al {promised} beloofd.",
        "en": "{promised} are promised already.",
        "fr": "Il y en a déjà {promised} de promis.",
    },
    "import_rows_wrong": {
        "nl": "Foute rijen: {count}. Er is niets bewaard.",
        "en": "Wrong rows: {count}. Nothing was kept.",
        "fr": "Lignes erronées : {count}. Rien n'a été enregistré.",
    },
    "import_unknown": {
        "nl": "Deze invoer is er niet (meer).",
        "en": "This import does not exist (any more).",
        "fr": "Cette importation n'existe pas (ou plus).",
    },
    "import_started": {
        "nl": "De invoer is al gestart.",
        "en": "The import has started already.",
        "fr": "L'importation a déjà commencé.",
    },
    "import_discarded": {
        "nl": "Er is niets ingevoerd.",
        "en": "Nothing was imported.",
        "fr": "Rien n'a été importé.",
    },
    "import_broke_off": {
        "nl": "De invoer brak af. Er is niets bewaard: probeer het opnieuw.",
        "en": "The import broke off. Nothing was kept: try again.",
        "fr": "L'importation s'est interrompue. Rien n'a été enregistré : réessayez.",
    },
}

SETTINGS = {name: words for name, words in COLUMNS.items() if name not in {"name", "features"}}
NOUNS = {"column": COLUMNS, "column_help": EXPLAINED, "import_verdict": VERDICTS, "import_state": STATES}

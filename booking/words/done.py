"""What was done, said at the top of the next page."""

from __future__ import annotations

SENTENCES = {
    "basket_held": {
        "nl": "We houden dit voor u vast tot {until}. Meld u aan of maak een account om aan te vragen.",
        "en": "We keep this for you until {until}. Sign in or make an account to send your request.",
        "fr": "Nous vous le gardons jusqu'à {until}. Connectez-vous ou créez un compte pour faire votre demande.",
    },
    "basket_not_held": {
        "nl": "Dit werd hier kort geleden al een kwartier vastgehouden en blijft nu vrij voor iedereen: {assets}. Meld u aan en vraag het "
        "aan zolang het vrij is.",
        "en": "This was held here for a quarter of an hour a short while ago and now stays free for everyone: {assets}. Sign in and ask "
        "for it while it is free.",
        "fr": "Ceci a déjà été gardé ici un quart d'heure il y a peu et reste maintenant libre pour tous : {assets}. Connectez-vous et "
        "demandez-le tant que c'est libre.",
    },
    "start_municipality": {
        "nl": "{name} doet mee, en u bent er beheerder van.",
        "en": "{name} takes part, and you administer it.",
        "fr": "{name} participe, et vous en êtes gestionnaire.",
    },
    "start_regulation": {
        "nl": "{title} geldt. Elk voorbeeld erin komt tot op de cent uit.",
        "en": "{title} is in force. Every example in it computes to the cent.",
        "fr": "{title} est en vigueur. Chaque exemple y est exact au centime près.",
    },
    "reservation_made": {
        "nl": "Uw aanvraag is genoteerd onder nummer {reference}.",
        "en": "Your request was recorded under number {reference}.",
        "fr": "Votre demande est enregistrée sous le numéro {reference}.",
    },
    "line_amended": {
        "nl": "De wijziging is genoteerd.",
        "en": "The change was recorded.",
        "fr": "La modification est enregistrée.",
    },
    "lines_cancelled": {
        "nl": "Geannuleerd[: {count} van uw lijnen]. Wat u vasthield is weer vrij.",
        "en": "Cancelled[: {count} of your lines]. What you held is free again.",
        "fr": "Annulé[ : {count} de vos lignes]. Ce que vous reteniez est à nouveau libre.",
    },
    "proposal_accepted": {
        "nl": "U aanvaardde het voorstel. De lijn is goedgekeurd.",
        "en": "You accepted the proposal. The line is approved.",
        "fr": "Vous avez accepté la proposition. La ligne est approuvée.",
    },
    "proposal_declined": {
        "nl": "U sloeg het voorstel af. De uitleendienst bekijkt uw eerste vraag opnieuw.",
        "en": "You declined the proposal. The lending desk looks at your first request again.",
        "fr": "Vous avez refusé la proposition. Le service de prêt réexamine votre première demande.",
    },
    "option_confirmed": {
        "nl": "De optie is nu een aanvraag. De uitleendienst beslist.",
        "en": "The option is now a request. The lending desk decides.",
        "fr": "L'option est maintenant une demande. Le service de prêt décide.",
    },
    "price_accepted": {
        "nl": "U aanvaardde de nieuwe prijs.",
        "en": "You accepted the new price.",
        "fr": "Vous avez accepté le nouveau prix.",
    },
    "line_approved": {
        "nl": "Lijn {number} is goedgekeurd. De ontlener krijgt bericht.",
        "en": "Line {number} is approved. The borrower is told.",
        "fr": "La ligne {number} est approuvée. L'emprunteur est averti.",
    },
    "line_refused": {
        "nl": "Lijn {number} is geweigerd. De ontlener krijgt uw reden te lezen.",
        "en": "Line {number} is refused. The borrower will read your reason.",
        "fr": "La ligne {number} est refusée. L'emprunteur lira votre motif.",
    },
    "handed_over": {
        "nl": "Uitgegeven: {asset}.",
        "en": "Handed over: {asset}.",
        "fr": "Remis : {asset}.",
    },
    "taken_back": {
        "nl": "Teruggenomen: {asset}.",
        "en": "Taken back: {asset}.",
        "fr": "Repris : {asset}.",
    },
    "line_closed": {
        "nl": "Lijn {number} is afgehandeld. De ontlener krijgt bericht.",
        "en": "Line {number} is closed. The borrower is told.",
        "fr": "La ligne {number} est clôturée. L'emprunteur est averti.",
    },
    "line_no_show": {
        "nl": "Genoteerd dat niemand lijn {number} kwam ophalen. Het middel is weer vrij.",
        "en": "Recorded that nobody came for line {number}. The asset is free again.",
        "fr": "Noté que personne n'est venu pour la ligne {number}. Le matériel est à nouveau libre.",
    },
    "fact_recorded": {
        "nl": "Genoteerd. Beloofde uitleningen die hierdoor in gevaar komen, wachten op de werklijst.",
        "en": "Recorded. Promised loans that this puts at risk wait on the worklist.",
        "fr": "Enregistré. Les prêts promis que cela menace attendent dans la liste de travail.",
    },
    "fact_ended": {
        "nl": "Opgelost: {asset} is weer te gebruiken.",
        "en": "Resolved: {asset} can be used again.",
        "fr": "Résolu : {asset} est à nouveau utilisable.",
    },
    "conflict_offered": {
        "nl": "Aangeboden. De ontlener krijgt een mail en kiest zelf.",
        "en": "Offered. The borrower gets a mail and chooses.",
        "fr": "Proposé. L'emprunteur reçoit un e-mail et choisit.",
    },
    "choice_noted": {
        "nl": "Genoteerd. De ontlener krijgt de keuze per mail bevestigd.",
        "en": "Noted. The borrower gets the choice confirmed by mail.",
        "fr": "Noté. L'emprunteur reçoit la confirmation de son choix par e-mail.",
    },
    "choice_made": {
        "nl": "Uw keuze staat vast. De uitleendienst krijgt bericht.",
        "en": "Your choice stands. The lending desk is told.",
        "fr": "Votre choix est fixé. Le service de prêt est averti.",
    },
    "choice_asked": {
        "nl": "Uw keuze is gevraagd aan de eigenaar. Tot die beslist, blijft uw eerste reservatie staan.",
        "en": "Your choice was asked of its owner. Until it decides, your first reservation stands.",
        "fr": "Votre choix est demandé au propriétaire. Jusqu'à sa décision, votre première réservation reste.",
    },
    "choice_cancelled": {
        "nl": "Kosteloos geannuleerd. De uitleendienst krijgt bericht.",
        "en": "Cancelled free of charge. The lending desk is told.",
        "fr": "Annulé sans frais. Le service de prêt est averti.",
    },
    "upkeep_planned": {
        "nl": "Gepland. {asset} is dan voor niemand anders vrij.",
        "en": "Planned. {asset} is free for nobody else then.",
        "fr": "Planifié. {asset} n'est alors libre pour personne d'autre.",
    },
    "upkeep_done": {"nl": "Genoteerd als gedaan: {asset}.", "en": "Recorded as done: {asset}.", "fr": "Enregistré comme fait : {asset}."},
    "upkeep_called_off": {
        "nl": "Afgezegd. {asset} is dan weer vrij.",
        "en": "Called off. {asset} is free again then.",
        "fr": "Annulé. {asset} est à nouveau libre à ce moment.",
    },
    "upkeep_set": {
        "nl": "Het plan van {asset} geldt vanaf vandaag.",
        "en": "The plan of {asset} counts from today.",
        "fr": "Le plan de {asset} vaut à partir d'aujourd'hui.",
    },
    "upkeep_ended": {"nl": "Het plan is gestopt.", "en": "The plan has ended.", "fr": "Le plan est arrêté."},
    "inspection_recorded": {
        "nl": "De keuring van {asset} is genoteerd.",
        "en": "The inspection of {asset} was recorded.",
        "fr": "Le contrôle de {asset} est enregistré.",
    },
    "inspection_recorded_failed": {
        "nl": "{asset} is buiten dienst. Wat beloofd was, staat bij de conflicten van de uitleendienst.",
        "en": "{asset} is out of service. What was promised is among the conflicts of the lending desk.",
        "fr": "{asset} est hors service. Ce qui était promis figure parmi les conflits du service de prêt.",
    },
    "conflict_settled": {
        "nl": "Het conflict is geregeld. De ontlener krijgt bericht.",
        "en": "The conflict is settled. The borrower is told.",
        "fr": "Le conflit est réglé. L'emprunteur est averti.",
    },
}

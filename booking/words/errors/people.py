"""What cannot be done with an account, a password, a person or an authority."""

from __future__ import annotations

SENTENCES = {
    "account_unknown": {
        "nl": "Er is geen account met dit e-mailadres[: {email}].",
        "en": "There is no account with this e-mail address[: {email}].",
        "fr": "Aucun compte n'existe avec cette adresse e-mail[ : {email}].",
    },
    "email_taken": {
        "nl": "Er is al een account met dit e-mailadres[: {email}]. Meld u aan, of kies een ander adres.",
        "en": "There already is an account with this e-mail address[: {email}]. Sign in, or choose another address.",
        "fr": "Un compte existe déjà avec cette adresse e-mail[ : {email}]. Connectez-vous, ou choisissez une autre adresse.",
    },
    "password_of_sign_up_wrong": {
        "nl": "Dit is niet het wachtwoord waarmee dit account werd aangevraagd. Weet u het niet meer? Vraag dan opnieuw een account aan.",
        "en": "This is not the password with which this account was asked for. Forgotten it? Then ask for an account again.",
        "fr": "Ce n'est pas le mot de passe avec lequel ce compte a été demandé. Oublié ? Demandez alors un nouveau compte.",
    },
    "password_too_short": {
        "nl": "Dit wachtwoord is te kort: neem er een van minstens {limit} tekens.",
        "en": "This password is too short: take one of at least {limit} characters.",
        "fr": "Ce mot de passe est trop court : prenez-en un d'au moins {limit} caractères.",
    },
    "password_wrong": {
        "nl": "Het huidige wachtwoord is niet juist. Probeer opnieuw.",
        "en": "The present password is wrong. Try again.",
        "fr": "Le mot de passe actuel est incorrect. Réessayez.",
    },
    "authority_unknown": {
        "nl": "Dit bestuur is niet bekend[: {authority}]. Geef de NIS-code of de volledige naam.",
        "en": "This authority is not known[: {authority}]. Give its NIS code or its full name.",
        "fr": "Cette administration est inconnue[ : {authority}]. Indiquez son code INS ou son nom complet.",
    },
    "person_unknown": {
        "nl": "Deze persoon staat niet bij de ontlener[: {person}]. Voeg de persoon eerst toe.",
        "en": "This person is not listed with the borrower[: {person}]. Add the person first.",
        "fr": "Cette personne ne figure pas chez l'emprunteur[ : {person}]. Ajoutez-la d'abord.",
    },
}

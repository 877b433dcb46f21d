"""Forms keep what was typed, say what is wrong in the reader's language, and tie each message to its field."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from flask import current_app
from sqlalchemy import update
from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.base import Form, OnceField, Said, at_most
from booking.web.forms.measured import read_amount
from models import Account
from tests.web.visitor import Visitor

pytestmark = pytest.mark.one_engine

EMAIL = "ann@lokaal.example"
PAGE = """{% from "macros/forms.html" import area, checkbox, faults, form as posted, input, radios, select, submit %}
{{ faults(form) }}{% call posted(form) %}{{ input(form.name) }}{{ input(form.units) }}{{ area(form.note) }}{{ select(form.kind) }}
{{ radios(form.handover) }}{{ checkbox(form.agreed) }}{{ submit("Vraag aan") }}{% endcall %}"""


class AskForm(Form):
    once = OnceField()
    name = StringField("Naam", [InputRequired(), at_most(200)], description="Zoals op de affiche.")
    units = IntegerField("Aantal", [InputRequired()])
    note = TextAreaField("Opmerking")
    kind = SelectField("Soort", choices=["hall", "stage"])
    handover = RadioField("Afhalen", choices={"pickup": "Zelf halen", "delivery": "Laten brengen"}, default="pickup")
    agreed = BooleanField("Akkoord")

    def validate_units(self, field: IntegerField) -> None:
        """At least one."""
        if field.data is not None and field.data < 1:
            raise Said("units_not_positive", units=field.data)


@pytest.fixture
def asker(app, visitor: Visitor, ann: int) -> Visitor:
    """Ann, signed in, with a form at /ask."""

    def ask() -> tuple[str, int]:
        form = AskForm()
        return ("well", 200) if form.sent_well() else (current_app.jinja_env.from_string(PAGE).render(form=form), 422)

    app.add_url_rule("/ask", "ask", requires("account.own")(ask), methods=["GET", "POST"])
    visitor.sign_in(EMAIL)
    return visitor


def filled(**values: str) -> dict[str, str]:
    """A form that is in order, but for these values."""
    return {"once": "k" * 22, "name": "Kermis", "units": "2", "kind": "stage", "handover": "delivery", "agreed": "y"} | values


def test_a_form_in_order_goes_through(asker: Visitor) -> None:
    assert asker.send("/ask", filled()).text == "well"


@pytest.mark.parametrize(
    ("wrong", "language", "said"),
    [
        ({"name": ""}, "nl", "Vul dit veld in."),
        ({"name": ""}, "fr", "Remplissez ce champ."),
        ({"name": ""}, "en", "Fill in this field."),
        ({"name": "é" * 300}, "nl", "Te lang: hoogstens 200 tekens."),
        ({"units": "0"}, "nl", "Vraag minstens 1 stuk (gevraagd: 0)."),
        ({"units": "-1"}, "en", "Ask for at least 1 (asked: -1)."),
        ({"units": "two"}, "fr", "Ceci n&#39;est pas un nombre entier."),
        ({"kind": "moon"}, "nl", "Deze keuze bestaat niet. Kies uit de lijst."),
        ({"handover": "moon"}, "en", "This choice does not exist. Choose from the list."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(app, asker: Visitor, wrong, language: str, said: str) -> None:
    with app.app_context():
        db.session.execute(update(Account).values(language=language))
        db.session.commit()
    answer = asker.send("/ask", filled(**wrong))
    page = answer.text
    (field,) = wrong
    assert answer.status_code == 422
    assert f'id="{field}-fault">{said}</p>' in page
    assert re.search(rf'aria-describedby="[^"]*\b{field}-fault"', page)
    assert f'<a href="#{field}">' in page
    kept = filled(**wrong)
    assert f'name="once" type="hidden" value="{kept["once"]}"' in page
    assert f'value="{kept["name"]}"' in page
    assert f'value="{kept["units"]}"' in page
    assert ("checked" in page) == (kept["agreed"] == "y")


def test_every_field_has_a_label_and_its_help(asker: Visitor) -> None:
    page = asker.get("/ask").text
    for field in ("name", "units", "note", "kind", "agreed", "handover-0", "handover-1"):
        assert f'<label for="{field}">' in page
        assert f'id="{field}"' in page
    assert 'aria-describedby="name-help"' in page
    assert "<legend>Afhalen</legend>" in page


def test_each_form_has_a_key_of_its_own_so_that_sending_twice_is_seen(asker: Visitor) -> None:
    keys = {re.search(r'name="once" type="hidden" value="([^"]{22})"', asker.get("/ask").text)[1] for _ in range(3)}
    assert len(keys) == 3


def test_text_is_never_markup(asker: Visitor) -> None:
    page = asker.send("/ask", filled(name='"><script>alert(1)</script>', units="0")).text
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("12,5", "12.5"), (" 0.125 ", "0.125"), ("0", "0"), ("", None), ("1e-999999", None), ("1e999999", None), ("NaN", None), ("-1", None)],
)
def test_an_amount_is_one_that_can_be_measured(typed: str, amount: str | None) -> None:
    assert read_amount(typed) == (None if amount is None else Decimal(amount))

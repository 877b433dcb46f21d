"""Which mails belong together, how often each may come, and when one leaves: at once, with others of the same minute, or in the morning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from booking.rules.periods import from_local, local


class Family(StrEnum):
    """What a reader can choose about, as one: the mails of a family come for the same reason."""

    SECURITY = "security"
    DECISIONS = "decisions"
    WORK = "work"
    PROGRESS = "progress"
    REMINDERS = "reminders"
    ORDER = "order"


class Pace(StrEnum):
    """How often: each at once, all of a day in one mail in the morning, or not at all."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    OFF = "off"


PACES: Mapping[Family, tuple[Pace, ...]] = MappingProxyType(
    {
        Family.SECURITY: (Pace.AT_ONCE,),
        Family.DECISIONS: (Pace.AT_ONCE, Pace.DAILY),
        Family.WORK: (Pace.AT_ONCE, Pace.DAILY),
        Family.PROGRESS: (Pace.AT_ONCE, Pace.DAILY, Pace.OFF),
        Family.REMINDERS: (Pace.AT_ONCE, Pace.DAILY, Pace.OFF),
        Family.ORDER: (Pace.AT_ONCE, Pace.DAILY, Pace.OFF),
    }
)
"""What may be chosen of each family, the usual pace first. What binds somebody (a decision, a request) cannot be switched off."""

CHOSEN = tuple(family for family, paces in PACES.items() if len(paces) > 1)

_EVENTS: Mapping[Family, str] = {
    Family.SECURITY: """sign_up sign_up_known reset reset_unknown password_changed new_email keep_email second_factor_on second_factor_off
        second_factor_reset invitation_role invitation_borrower""",
    Family.DECISIONS: """line_approve line_refuse line_propose line_accept line_decline line_amend line_cancel line_request
        line_expired line_moved line_move line_propose_move line_decline_move line_keep line_lend_outside line_extras line_no_show
        line_hit line_safe line_recalled line_overdue line_still_overdue amendment_lapsed conflict_offer conflict_chosen
        conflict_phoned choice_needless recall_told contract_made contract_agreed contract_rejected charge_made price_accepted
        policy_rejected qualification_rejected claim_verified claim_rejected membership_ended waiting_offer line_withdraw
        line_withdraw_change""",
    Family.WORK: """request_received request_confirmed conflict_found place_closed membership_claimed owners_proposed desk_overdue
        calendar_failing agreement_put_forward agreement_withdrawn agreement_approved agreement_binds agreement_left agreement_ended
        agreement_invites""",
    Family.PROGRESS: """request_sent own_cancel own_accept own_amend line_hand_over line_take_back line_take_back_part line_close
        waiting_lapsed waiting_over""",
    Family.REMINDERS: "handover_soon return_soon documents_due option_lapses policy_expires qualification_expires feed_ends",
    Family.ORDER: "order_digest upkeep_due upkeep_overdue agreement_ends desk_handovers",
}
FAMILY_OF: Mapping[str, Family] = MappingProxyType({event: family for family, events in _EVENTS.items() for event in events.split()})

PRESSING = frozenset({"waiting_offer", "conflict_found", "conflict_offer", "line_hit", "line_recalled", "recall_told"})
"""What cannot wait until the morning, whatever was chosen."""

SETTLING = timedelta(seconds=20)
"""So long a mail waits for others to the same reader: thirty lines that are approved in one go become one mail."""

WORDS_KEPT = timedelta(days=90)
"""So long the outbox remembers what a mail that left, or could not, was about; so long one that failed can be tried again."""

MORNING = time(7)
"""When what is told once a day leaves, by the clock of Brussels."""


_ADDRESS = re.compile(r"([^\s@<>'\"{}()])[^\s@<>'\"{}()]*@([^\s@<>'\"{}(),:;]+)")


def family_of(event: str) -> Family:
    """The family of an event; of one that is not known (any more) the one that always comes."""
    return FAMILY_OF.get(event, Family.DECISIONS)


def pace_of(event: str, chosen: Mapping[Family, Pace]) -> Pace:
    """How often who chose this wants to hear of an event. What is pressing comes at once, unless it may be switched off and was."""
    family = family_of(event)
    pace = chosen.get(family, PACES[family][0])
    pace = pace if pace in PACES[family] else PACES[family][0]
    return Pace.AT_ONCE if pace is Pace.DAILY and event in PRESSING else pace


def stands_alone(event: str) -> bool:
    """True for what is never put together with something else, nor waits for it: keys and warnings about an account."""
    return family_of(event) is Family.SECURITY


def essential(family: Family) -> bool:
    """True for what cannot be switched off."""
    return Pace.OFF not in PACES[family]


def next_morning(now: datetime) -> datetime:
    """The first seven o'clock in Brussels that is not before `now`."""
    today = from_local(datetime.combine(local(now).date(), MORNING))
    return today if today >= now else from_local(datetime.combine(local(now).date() + timedelta(days=1), MORNING))


def masked(text: str) -> str:
    """A text with each mail address as far as who repairs the mail must know it: `s…@lindekapel.example`."""
    return _ADDRESS.sub(lambda found: f"{found[1]}…@{found[2]}", text)

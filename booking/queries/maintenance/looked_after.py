"""Who looks after an asset: the authority that manages it and the one that keeps it."""

from __future__ import annotations

from datetime import datetime

from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound


def keepers_of(known: Catalogue, asset: AssetCard, now: datetime) -> set[int]:
    """The authorities that look after an asset today."""
    day = local(now).date()
    return {known.owner(asset, day).id, known.depot(asset, day).authority}


def looked_after(known: Catalogue, actor: Actor, act: str, asset_id: int, now: datetime) -> AssetCard:
    """An asset that the actor may do `act` about, as one of those who look after it. Raises NotFound for any other."""
    asset = known.assets.get(asset_id)
    if asset is None or not may(actor, act, authorities=keepers_of(known, asset, now)):
        raise NotFound()
    return asset

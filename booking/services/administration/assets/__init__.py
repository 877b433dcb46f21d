"""Assets: what they are, what they have, what they are made of, what work they ask, and when they leave."""

from booking.services.administration.assets.details import change_features, change_plan
from booking.services.administration.assets.life import duplicate_asset, move_asset, restore_asset, retire_asset
from booking.services.administration.assets.owners import agree, propose_owners, take_back
from booking.services.administration.assets.parts import add_part, drop_part
from booking.services.administration.assets.settings import AssetSettings, change_asset, create_asset

__all__ = [
    "AssetSettings", "add_part", "agree", "change_asset", "change_features", "change_plan", "create_asset", "drop_part", "duplicate_asset",
    "move_asset", "propose_owners", "restore_asset", "retire_asset", "take_back",
]  # fmt: skip

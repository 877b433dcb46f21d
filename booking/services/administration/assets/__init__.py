"""Assets: what they are, what they have, what they are made of, what work they ask, and when they leave."""

from booking.services.administration.assets.details import change_features, change_plan
from booking.services.administration.assets.life import duplicate_asset, move_asset, restore_asset, retire_asset
from booking.services.administration.assets.parts import add_part, drop_part
from booking.services.administration.assets.settings import AssetSettings, change_asset, create_asset

__all__ = [
    "AssetSettings", "add_part", "change_asset", "change_features", "change_plan", "create_asset", "drop_part", "duplicate_asset",
    "move_asset", "restore_asset", "retire_asset",
]  # fmt: skip

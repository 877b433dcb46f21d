"""Ranst and its nine neighbours as they are, with one OCMW and one AGB in a dated group and the holidays that each keeps."""

from __future__ import annotations

from datetime import date

from booking.demo.frame import Region
from booking.rules.kinds import AuthorityKind
from models import Authority, GroupMember, LocalHoliday

# code, name, NIS, OVO, post codes, latitude and longitude of the centroid: open data (REFNIS, OVO register)
MUNICIPALITIES = (
    ("RAN", "Ranst", "11035", "OVO002215", "2520", 51.1929, 4.5909),
    ("ZAN", "Zandhoven", "11054", "OVO002281", "2240, 2242, 2243", 51.2110, 4.6797),
    ("ZOE", "Zoersel", "11055", "OVO002288", "2980", 51.2576, 4.6694),
    ("SCH", "Schilde", "11039", "OVO002228", "2970", 51.2561, 4.5814),
    ("WIJ", "Wijnegem", "11050", "OVO002275", "2110", 51.2296, 4.5171),
    ("WOM", "Wommelgem", "11052", "OVO002278", "2160", 51.2065, 4.5183),
    ("BRE", "Brecht", "11009", "OVO002034", "2960", 51.3359, 4.6286),
    ("MAL", "Malle", "11057", "OVO002171", "2390", 51.2932, 4.7137),
    ("NIJ", "Nijlen", "12026", "OVO002194", "2560", 51.1507, 4.6636),
    ("BOE", "Boechout", "11004", "OVO002024", "2530, 2531", 51.1659, 4.5168),
)

NOBODYS_ACCOUNT = "BE60999000000070"  # its check digits are right, but no bank has the code 999

# code, kind, name, municipality, in its group since so many years back
GROUP = (
    ("OCMW-RAN", AuthorityKind.OCMW, "OCMW Ranst (fictief gebruik)", "RAN", 3),
    ("AGB-MAL", AuthorityKind.AGB, "AGB Malle (fictief)", "MAL", 2),
)

# The national holidays and 11 July come from the `holidays` library; these differ from one municipality to the next.
ALL_SOULS, KINGS_DAY, BOXING_DAY = (11, 2, "Allerzielen"), (11, 15, "Koningsdag"), (12, 26, "Tweede kerstdag")
LOCAL_HOLIDAYS = {
    "RAN": (ALL_SOULS, KINGS_DAY, BOXING_DAY),
    "ZAN": (ALL_SOULS, BOXING_DAY),
    "ZOE": (ALL_SOULS, KINGS_DAY, BOXING_DAY),
    "SCH": (ALL_SOULS, KINGS_DAY, BOXING_DAY),
    "WIJ": (KINGS_DAY, BOXING_DAY),
    "WOM": (ALL_SOULS, BOXING_DAY),
    "BRE": (ALL_SOULS, KINGS_DAY, BOXING_DAY),
    "MAL": (ALL_SOULS, BOXING_DAY),
    "NIJ": (ALL_SOULS, KINGS_DAY),
    "BOE": (BOXING_DAY,),
}


def write_authorities(region: Region) -> None:
    """The ten municipalities, the two members of a group and the local holidays of the years that the history touches."""
    region.keep(region.authorities, {row[0]: _municipality(*row[1:]) for row in MUNICIPALITIES})
    region.keep(
        region.authorities,
        {code: Authority(kind=kind, name=name, email=f"{code.lower()}@streekdepot.example") for code, kind, name, _, _ in GROUP},
    )
    region.write(
        GroupMember(
            member_id=region.authorities[code],
            municipality_id=region.authorities[municipality],
            valid_from=date(region.today.year - years, 1, 1),
        )
        for code, _, _, municipality, years in GROUP
    )
    region.write(
        LocalHoliday(authority_id=region.authorities[code], day=date(year, month, day), name=name)
        for code, days in LOCAL_HOLIDAYS.items()
        for year in region.years
        for month, day, name in days
    )


def _municipality(name: str, nis: str, ovo: str, postal_code: str, lat: float, lon: float) -> Authority:
    reached = {"email": f"uitleendienst@{name.lower()}.example", "iban": NOBODYS_ACCOUNT}
    return Authority(kind=AuthorityKind.MUNICIPALITY, name=name, nis=nis, ovo=ovo, postal_code=postal_code, lat=lat, lon=lon, **reached)

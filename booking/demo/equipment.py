"""The equipment of the ten depots: numbered things and bulk stock, with what each is worth (all values invented)."""

from __future__ import annotations

from booking.demo.frame import ALWAYS, BEFORE, SINCE

# code, name, units, replacement value of one unit in euro, mass of one unit in kilograms
EQUIPMENT: tuple[tuple[str, str, int, int, int | None], ...] = (
    ("RAN-WC-01", "WC-wagen Ranst", 1, 24_500, 1_650),
    ("RAN-NAD", "Nadarhekken Ranst", 200, 65, 18),
    ("RAN-TAF", "Klaptafels Ranst", 60, 85, 14),
    ("RAN-STO", "Stapelstoelen Ranst", 300, 32, 4),
    ("RAN-ELE", "Podiumelementen Ranst (2 × 1 m)", 40, 410, 38),
    ("RAN-TENT-01", "Partytent Ranst 5 × 10 m", 1, 4_200, 310),
    ("RAN-GEN-01", "Stroomgroep Ranst 20 kVA", 1, 13_800, 720),
    ("RAN-GEL-01", "Geluidsset Ranst", 1, 3_100, 64),
    ("RAN-BEA-01", "Beamer Ranst", 1, 1_250, 6),
    ("RAN-AAN-01", "Aanhangwagen Ranst 750 kg", 1, 2_400, 750),
    ("RAN-KIT-01", "Straatfeestpakket Ranst: 10 tafels, 60 stoelen, geluid", 1, 5_870, None),
    ("ZAN-HW-01", "Hoogtewerker Zandhoven 12 m", 1, 38_000, 1_900),
    ("ZAN-POD-01", "Podiumwagen Zandhoven 8 × 6 m", 1, 62_000, 3_200),
    ("ZAN-NAD", "Nadarhekken Zandhoven", 150, 65, 18),
    ("ZAN-TAF", "Klaptafels Zandhoven", 40, 85, 14),
    ("ZAN-STO", "Stapelstoelen Zandhoven", 200, 32, 4),
    ("ZAN-TENT-01", "Vouwtent Zandhoven 4 × 8 m", 1, 2_900, 160),
    ("ZAN-GEN-01", "Stroomgroep Zandhoven 40 kVA", 1, 21_500, 1_150),
    ("ZAN-GEL-01", "Geluidsset Zandhoven", 1, 2_800, 58),
    ("ZAN-AAN-01", "Nadarwagen Zandhoven", 1, 3_600, 1_400),
    ("ZOE-WC-01", "WC-wagen Zoersel", 1, 22_000, 1_500),
    ("ZOE-NAD", "Nadarhekken Zoersel", 180, 65, 18),
    ("ZOE-TAF", "Klaptafels Zoersel", 50, 85, 14),
    ("ZOE-STO", "Stapelstoelen Zoersel", 250, 32, 4),
    ("ZOE-ELE", "Podiumelementen Zoersel (2 × 1 m)", 30, 395, 38),
    ("ZOE-TENT-01", "Tent Zoersel 6 × 12 m", 1, 6_800, 520),
    ("ZOE-TENT-02", "Vouwtent Zoersel 3 × 6 m", 1, 1_900, 95),
    ("ZOE-GEL-01", "Geluidsset Zoersel", 1, 2_600, 55),
    ("ZOE-BEA-01", "Beamer Zoersel", 1, 1_100, 5),
    ("SCH-WC-01", "WC-wagen Schilde", 1, 19_800, 1_480),
    ("SCH-POD-01", "Podiumwagen Schilde 6 × 5 m", 1, 41_000, 2_600),
    ("SCH-NAD", "Nadarhekken Schilde", 120, 65, 18),
    ("SCH-TAF", "Klaptafels Schilde", 40, 85, 14),
    ("SCH-STO", "Stapelstoelen Schilde", 160, 32, 4),
    ("SCH-GEN-01", "Stroomgroep Schilde 10 kVA", 1, 7_900, 410),
    ("SCH-GEL-01", "Geluidsset Schilde", 1, 3_400, 70),
    ("SCH-AAN-01", "Aanhangwagen Schilde 2.000 kg", 1, 4_800, 2_000),
    ("SCH-BEA-01", "Beamer Schilde", 1, 1_300, 6),
    ("WIJ-NAD", "Nadarhekken Wijnegem", 100, 65, 18),
    ("WIJ-TAF", "Klaptafels Wijnegem", 30, 85, 14),
    ("WIJ-STO", "Stapelstoelen Wijnegem", 120, 32, 4),
    ("WIJ-ELE", "Podiumelementen Wijnegem (2 × 1 m)", 24, 395, 38),
    ("WIJ-GEN-01", "Stroomgroep Wijnegem 20 kVA", 1, 14_200, 740),
    ("WIJ-GEL-01", "Geluidsset Wijnegem", 1, 2_700, 60),
    ("WIJ-AAN-01", "Aanhangwagen Wijnegem 750 kg", 1, 2_200, 750),
    ("WIJ-BEA-01", "Beamer Wijnegem", 1, 1_200, 5),
    ("WOM-WC-01", "WC-wagen Wommelgem", 1, 21_000, 1_550),
    ("WOM-NAD", "Nadarhekken Wommelgem", 250, 65, 18),
    ("WOM-TAF", "Klaptafels Wommelgem", 50, 85, 14),
    ("WOM-STO", "Stapelstoelen Wommelgem", 240, 32, 4),
    ("WOM-ELE", "Podiumelementen Wommelgem (2 × 2 m)", 36, 640, 62),
    ("WOM-TENT-01", "Feesttent Wommelgem 9 × 15 m", 1, 18_500, 1_350),
    ("WOM-GEN-01", "Stroomgroep Wommelgem 30 kVA", 1, 17_000, 880),
    ("WOM-AAN-01", "Aanhangwagen Wommelgem signalisatie", 1, 3_900, 1_100),
    ("WOM-AAN-02", "Aanhangwagen Wommelgem 750 kg", 1, 2_300, 750),
    ("BRE-WC-01", "WC-wagen Brecht", 1, 20_500, 1_500),
    ("BRE-POD-01", "Podiumwagen Brecht 6 × 4 m", 1, 33_000, 2_100),
    ("BRE-HW-01", "Hoogtewerker Brecht 17 m", 1, 54_000, 2_400),
    ("BRE-TENT-01", "Grote tent Brecht 12 × 25 m", 1, 36_000, 3_100),
    ("BRE-NAD", "Nadarhekken Brecht", 220, 65, 18),
    ("BRE-TAF", "Klaptafels Brecht", 70, 85, 14),
    ("BRE-STO", "Stapelstoelen Brecht", 350, 32, 4),
    ("BRE-GEN-01", "Stroomgroep Brecht 60 kVA", 1, 28_000, 1_480),
    ("BRE-GEL-01", "Geluidsset Brecht", 1, 3_900, 82),
    ("BRE-AAN-01", "Aanhangwagen Brecht 2.500 kg", 1, 5_600, 2_500),
    ("MAL-POD-01", "Podiumwagen Malle 7 × 6 m", 1, 47_000, 2_800),
    ("MAL-NAD", "Nadarhekken Malle", 140, 65, 18),
    ("MAL-TAF", "Klaptafels Malle", 45, 85, 14),
    ("MAL-STO", "Stapelstoelen Malle", 180, 32, 4),
    ("MAL-ELE", "Podiumelementen Malle (2 × 1 m)", 20, 395, 38),
    ("MAL-TENT-01", "Partytent Malle 5 × 10 m", 1, 4_000, 300),
    ("MAL-GEN-01", "Stroomgroep Malle 20 kVA", 1, 14_000, 735),
    ("MAL-GEL-01", "Geluidsset Malle", 1, 3_000, 66),
    ("MAL-BEA-01", "Beamer Malle", 1, 1_150, 5),
    ("NIJ-NAD", "Nadarhekken Nijlen", 160, 65, 18),
    ("NIJ-TAF", "Klaptafels Nijlen", 55, 85, 14),
    ("NIJ-STO", "Stapelstoelen Nijlen", 220, 32, 4),
    ("NIJ-ELE", "Podiumelementen Nijlen (2 × 1 m)", 32, 395, 38),
    ("NIJ-TENT-01", "Tent Nijlen 6 × 9 m", 1, 5_100, 430),
    ("NIJ-GEN-01", "Stroomgroep Nijlen 10 kVA", 1, 8_200, 420),
    ("NIJ-GEL-01", "Geluidsset Nijlen", 1, 2_500, 54),
    ("NIJ-AAN-01", "Aanhangwagen Nijlen 1.500 kg", 1, 4_100, 1_500),
    ("NIJ-BEA-01", "Beamer Nijlen", 1, 1_200, 5),
    ("BOE-WC-01", "WC-wagen Boechout", 1, 18_900, 1_450),
    ("BOE-HW-01", "Hoogtewerker Boechout 10 m", 1, 29_000, 1_600),
    ("BOE-NAD", "Nadarhekken Boechout", 130, 65, 18),
    ("BOE-TAF", "Klaptafels Boechout", 40, 85, 14),
    ("BOE-STO", "Stapelstoelen Boechout", 200, 32, 4),
    ("BOE-ELE", "Podiumelementen Boechout (2 × 1 m)", 28, 395, 38),
    ("BOE-GEN-01", "Stroomgroep Boechout 15 kVA", 1, 11_000, 560),
    ("BOE-GEL-01", "Geluidsset Boechout groot", 1, 8_600, 190),
    ("BOE-GEL-02", "Geluidsset Boechout klein, op het einde van haar leven", 1, 900, 35),
    ("BOE-BEA-01", "Beamer Boechout", 1, 1_250, 6),
    ("JOINT-WC-01", "Gezamenlijke WC-wagen Zoersel–Malle–Nijlen", 1, 41_000, 1_950),
    ("JOINT-HW-01", "Gezamenlijke hoogtewerker Schilde–Wijnegem–Wommelgem–Ranst", 1, 68_000, 2_750),
)

# The joint things say who decides on them (manager) and where they stand (keeper depot), with the co-owners' shares below.
JOINT = {"JOINT-WC-01": ("NIJ", "ZOE-TD"), "JOINT-HW-01": ("SCH", "WIJ-TD")}

# asset, co-owner, basis points, and in which era: until last New Year's Eve (`BEFORE`), since then (`SINCE`), or in both (`ALWAYS`)
SHARES = (
    ("JOINT-WC-01", "ZOE", 5_500, BEFORE),
    ("JOINT-WC-01", "NIJ", 4_500, BEFORE),
    ("JOINT-WC-01", "ZOE", 4_000, SINCE),
    ("JOINT-WC-01", "NIJ", 3_500, SINCE),
    ("JOINT-WC-01", "MAL", 2_500, SINCE),  # Malle bought itself in
    ("JOINT-HW-01", "SCH", 4_000, ALWAYS),
    ("JOINT-HW-01", "WIJ", 2_500, ALWAYS),
    ("JOINT-HW-01", "WOM", 2_000, ALWAYS),
    ("JOINT-HW-01", "RAN", 1_500, ALWAYS),
)

# Managed by another or kept elsewhere before: asset, former manager or None, former keeper depot.
MOVED = (("JOINT-WC-01", None, "NIJ-TD"), ("SCH-AAN-01", "WIJ", "WIJ-TD"))

# In use until so many days from today.
RETIRES = {"BOE-GEL-02": 45}

# kit, component, units
KITS = (("RAN-KIT-01", "RAN-TAF", 10), ("RAN-KIT-01", "RAN-STO", 60), ("RAN-KIT-01", "RAN-GEL-01", 1))

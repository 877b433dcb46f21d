"""Meeting rooms, refectories, parish halls and sports halls in thirds."""

from __future__ import annotations

# code, name, building, capacity. The rooms and refectories of Ranst exist under these names; their equipment here is invented.
HALLS = (
    ("RAN-ZAAL-JS", "Vergaderlokaal Jozef Simons", "RAN-BIB", 25),
    ("RAN-ZAAL-JP", "Vergaderlokaal Jules Persyn", "RAN-BIB", 40),
    ("RAN-REF-RA", "Refter en keuken Ranst", "RAN-REF", 180),
    ("RAN-REF-BR", "Refter en keuken Broechem", "RAN-BRO", 240),
    ("RAN-REF-OE", "Refter en keuken Oelegem", "RAN-OEL", 180),
    ("ZAN-ZAAL-01", "Vergaderlokaal Eik", "ZAN-OC", 20),
    ("ZAN-ZAAL-02", "Vergaderlokaal Beuk", "ZAN-OC", 35),
    ("ZAN-REF-01", "Polyvalente refter Zandhoven", "ZAN-OC", 150),
    ("ZOE-PAR-01", "Parochiezaal Zoersel", "ZOE-PAR", 220),
    ("ZOE-ZAAL-01", "Vergaderlokaal Spar", "ZOE-PAR", 24),
    ("SCH-ZAAL-01", "Vergaderlokaal sporthal Schilde", "SCH-SPO", 18),
    ("WIJ-ZAAL-01", "Vergaderlokaal Sas", "WIJ-GH", 16),
    ("WIJ-ZAAL-02", "Vergaderlokaal Sluis", "WIJ-GH", 30),
    ("WIJ-PAR-01", "Grote zaal gemeenschapshuis Wijnegem", "WIJ-GH", 260),
    ("WOM-ZAAL-01", "Vergaderlokaal sporthal Wommelgem", "WOM-SPO", 22),
    ("BRE-PAR-01", "Parochiezaal Brecht", "BRE-PAR", 300),
    ("BRE-ZAAL-01", "Vergaderlokaal Heide", "BRE-PAR", 20),
    ("MAL-ZAAL-01", "Vergaderlokaal sporthal Malle", "MAL-SPO", 20),
    ("NIJ-PAR-01", "Parochiezaal Nijlen", "NIJ-PAR", 250),
    ("NIJ-ZAAL-01", "Vergaderlokaal Slijper", "NIJ-PAR", 26),
    ("BOE-ZAAL-01", "Vergaderlokaal Serre", "BOE-GH", 20),
    ("BOE-ZAAL-02", "Vergaderlokaal Kruid", "BOE-GH", 45),
)

# code, name, building, who manages it, capacity of the whole
SPORTS_HALLS = (
    ("SCH-SPO-01", "Sporthal Schilde", "SCH-SPO", "SCH", 450),
    ("WOM-SPO-01", "Sporthal Wommelgem", "WOM-SPO", "WOM", 600),
    ("MAL-SPO-01", "Sporthal Malle", "MAL-SPO", "AGB-MAL", 500),
)

# What a sports hall in thirds is made of: suffix, what its name adds, thirds, and the leaves that it takes.
THIRDS = (
    ("", "", 3, "ABC"),
    ("-AB", ", twee derde (A + B)", 2, "AB"),
    ("-BC", ", twee derde (B + C)", 2, "BC"),
    ("-A", ", deel A", 1, ""),
    ("-B", ", deel B", 1, ""),
    ("-C", ", deel C", 1, ""),
)

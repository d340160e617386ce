"""What the manual's pages of algorithms say themselves, in each language that it comes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """Headings, columns and kinds of values in one language.

    Attributes
    ----------
    language : str
        Of the plugin's texts, such as "de".
    folder : str
        Where the pages are, below docs/.
    kinds : mapping
        Words for types of parameters and outputs.
    texts : mapping
        English headings and sentences to those of this language; what is missing stays.
    """

    language: str
    folder: str
    kinds: Mapping[str, str]
    texts: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        return self.texts.get(text, text)

    @property
    def to_docs(self) -> str:
        """Way from a page to docs/."""
        return "../" * (self.folder.count("/") + 1)


ENGLISH = Words(
    "en",
    "algorithms",
    {
        "source": "features",
        "sink": "layer that is made",
        "fileDestination": "file that is made",
        "field": "field",
        "number": "number",
        "distance": "distance",
        "enum": "choice",
        "boolean": "yes or no",
        "string": "text",
        "expression": "expression",
        "matrix": "table",
        "outputVector": "layer",
        "outputNumber": "number",
        "outputString": "text",
        "outputHtml": "page (HTML)",
        "outputFile": "file",
    },
)
GERMAN = Words(
    "de",
    "algorithms/de",
    {
        "source": "Objekte",
        "sink": "erzeugter Layer",
        "fileDestination": "erzeugte Datei",
        "field": "Feld",
        "file": "Datei",
        "number": "Zahl",
        "distance": "Entfernung",
        "enum": "Auswahl",
        "boolean": "ja oder nein",
        "string": "Text",
        "expression": "Ausdruck",
        "matrix": "Tabelle",
        "outputVector": "Layer",
        "outputNumber": "Zahl",
        "outputString": "Text",
        "outputHtml": "Seite (HTML)",
        "outputFile": "Datei",
    },
    {
        "Algorithms": "Algorithmen",
        "yes": "ja",
        "no": "nein",
        "(optional)": "(wahlfrei)",
        "Parameter": "Parameter",
        "What it is": "Bedeutung",
        "Default": "Vorgabe",
        "Output": "Ausgabe",
        "Id": "ID",
        "Kind": "Art",
        "Its dialog": "Der Dialog",
        "Its result": "Das Ergebnis",
        "What it does": "Was geschieht",
        "Parameters": "Parameter",
        "Advanced": "Erweitert",
        "Results": "Ergebnisse",
        "Example": "Beispiel",
        "In the folder of the example project (*Plugins ▸ Territory Design ▸ Example project*):": (
            "Im Ordner des Beispielprojekts (*Erweiterungen ▸ Territory Design ▸ Beispielprojekt*):"
        ),
        "Source": "Quelle",
        "The plugin’s own.": "Eigenes Verfahren der Erweiterung.",
        "Shared borders by the plugin’s own search of half-edges with a snap distance; bridges are "
        "the shortest links of a minimum spanning tree.": (
            "Gemeinsame Grenzen durch die eigene Suche der Erweiterung nach Halbkanten mit "
            "Fangabstand; Brücken sind die kürzesten Verbindungen eines minimalen Spannbaums."
        ),
        "E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 "
        "(1959), as SciPy implements it; distances on the ellipsoid after C. F. F. Karney "
        "(2013).": (
            "E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische "
            "Mathematik "
            "1 (1959), wie in SciPy; Entfernungen auf dem Ellipsoid nach C. F. F. Karney (2013)."
        ),
        "P-median: S. L. Hakimi (1964); exchange of M. B. Teitz and P. Bart (1968); bounds by "
        "Lagrangian relaxation. Classes: S. Sharifi Noorian, Master’s thesis, TU München, 2015.": (
            "p-Median: S. L. Hakimi (1964); Austausch nach M. B. Teitz und P. Bart (1968); "
            "Schranken "
            "durch Lagrange-Relaxation. Klassen: S. Sharifi Noorian, Masterarbeit, TU München, "
            "2015."
        ),
        "L. Cooper, Heuristic methods for location-allocation problems, SIAM Review 6 (1964); "
        "the middle that is weighted by demand: E. Weiszfeld (1937).": (
            "L. Cooper, Heuristic methods for location-allocation problems, SIAM Review 6 (1964); "
            "die nach Nachfrage gewichtete Mitte: E. Weiszfeld (1937)."
        ),
        "The 1-median of each territory, found by trying every candidate.": (
            "Der 1-Median jedes Gebiets, gefunden durch Versuch jedes Kandidaten."
        ),
        "S. Sharifi Noorian, A Decision Support System for Sales Territory Planning using the "
        "Genetic Algorithm, Master’s thesis, TU München, 2015.": (
            "S. Sharifi Noorian, A Decision Support System for Sales Territory Planning using the "
            "Genetic Algorithm, Masterarbeit, TU München, 2015."
        ),
        "S. Sharifi Noorian and C. E. Murphy, Balanced Allocation of Multi-criteria Geographic "
        "Areas by a Genetic Algorithm, 2017. What the plugin adds to it: docs/theory.md.": (
            "S. Sharifi Noorian und C. E. Murphy, Balanced Allocation of Multi-criteria Geographic "
            "Areas by a Genetic Algorithm, 2017. Was die Erweiterung hinzufügt: docs/theory.md."
        ),
        "The three planning scenarios of S. Sharifi Noorian, Master’s thesis, TU München, 2015.": (
            "Die drei Planungsszenarien von S. Sharifi Noorian, Masterarbeit, TU München, 2015."
        ),
        "P. S. Bradley, K. P. Bennett and A. Demiriz, Constrained k-means clustering, Microsoft "
        "Research, 2000: the assignment is a minimum-cost flow.": (
            "P. S. Bradley, K. P. Bennett und A. Demiriz, Constrained k-means clustering, "
            "Microsoft "
            "Research, 2000: Die Zuordnung ist ein Fluss mit kleinsten Kosten."
        ),
        "H. W. Kuhn, The Hungarian method for the assignment problem, 1955; SciPy’s version after "
        "D. F. Crouse, 2016.": (
            "H. W. Kuhn, The Hungarian method for the assignment problem, 1955; in SciPy nach "
            "D. F. Crouse, 2016."
        ),
        "Nearest neighbours: T. M. Cover and P. E. Hart, 1967.": (
            "Nächste Nachbarn: T. M. Cover und P. E. Hart, 1967."
        ),
        "Nearest neighbours: T. M. Cover and P. E. Hart, 1967; or the polygon around the "
        "customer.": (
            "Nächste Nachbarn: T. M. Cover und P. E. Hart, 1967; oder das Polygon um den Kunden."
        ),
        "Compactness: E. C. Reock (1961), D. D. Polsby and R. D. Popper (1991), moment of inertia: "
        "J. B. Weaver and S. W. Hess (1963).": (
            "Kompaktheit: E. C. Reock (1961), D. D. Polsby und R. D. Popper (1991), "
            "Trägheitsmoment: "
            "J. B. Weaver und S. W. Hess (1963)."
        ),
    },
)
LANGUAGES = {words.language: words for words in (ENGLISH, GERMAN)}

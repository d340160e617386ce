"""When two rings share a border, and when they only meet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ContactRules:
    """Thresholds that tell a common border from a corner.

    Two rings within the tolerance of each other may run side by side, cross, or part at a small
    angle. Larger thresholds miss short borders, smaller ones make borders of corners. Each is a
    multiple of the *tolerance* that the user sets or of the *precision* to which coordinates of
    doubles can be told apart, so that none depends on the unit or the size of the areas.

    Attributes
    ----------
    least_contact : float
        Contact along no more than this many tolerances is a corner: two rings that meet at a
        right angle are within one tolerance of each other on either side of it.
    smallest_cosine : float
        Segments whose directions differ by more than 60 degrees meet, they do not run along
        each other. Between 60 and 90 degrees a corner would be near for 2 to 2.3 tolerances,
        which is more than ``least_contact``.
    drift : float
        Segments that share a border drift apart by rounding only, which is less than this many
        precisions; those that part at a small angle drift through the whole band.
    meeting : float
        Half the width, in precisions, of the band in which rings meet: room for the error of
        one vertex on either side.
    sure_length : float
        Rings that run along each other for this many precisions without drifting share a
        border, however large the tolerance: far more than rounding, far less than any survey.
    least_share : float
        Areas of whose common border barriers leave no more than this share are no neighbours. A
        river's surface, drawn apart from the areas, leaves scraps at both ends of the borders
        that run in it; of a border that only ends at the river most is left.
    generalised : float
        A barrier that keeps within this share of a border's length all along it is that border
        drawn with fewer vertices: a river generalised by 30 m strays 13 m from borders of 2 to
        4 km, half a percent. A road beside a border runs off sooner.
    """

    least_contact: float = 2.0
    smallest_cosine: float = 0.5
    drift: float = 0.25
    meeting: float = 2.0
    sure_length: float = 16.0
    least_share: float = 0.1
    generalised: float = 0.01


CONTACT = ContactRules()

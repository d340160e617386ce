"""Fingerprints of inputs, by which one can tell later whether a layer is still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSource, QgsProcessingFeedback

from .features import each_feature

_DIGEST_BYTES = 8  # 64 bits: of a million features two are alike by chance once in 10⁷ layers


def fingerprint_of(
    source: QgsProcessingFeatureSource, field_names: Iterable[str], feedback: QgsProcessingFeedback
) -> tuple[int, str]:
    """Number of rows of a source, and a hash of geometries and some attributes.

    The same for any order in which a provider delivers the rows.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    fields = source.fields()
    places = [(name, fields.lookupField(name)) for name in sorted(field_names)]
    request = QgsFeatureRequest().setSubsetOfAttributes([place for _, place in places])
    digests = []
    for feature in each_feature(source, feedback, request):
        row = hashlib.blake2b(bytes(feature.geometry().asWkb()), digest_size=_DIGEST_BYTES)
        values = feature.attributes()
        for name, place in places:
            row.update(f"\0{name}\0{values[place]!s}".encode())
        digests.append(row.digest())
    whole = hashlib.blake2b(b"".join(sorted(digests)), digest_size=_DIGEST_BYTES)
    return len(digests), whole.hexdigest()

"""territory:importassignment: a CSV file becomes the territories of a layer."""

from __future__ import annotations

import pytest
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    column,
    grid,
    refusal,
    table,
)


@pytest.fixture
def areas():
    """Postcodes 01001 to 01006 as texts, with an older plan::

    01004 01005 01006
    01001 01002 01003
    """
    return grid(3, 2, "id:string, territory:string", lambda n: (f"0100{n}", "old"))


@pytest.fixture
def imported(processing, areas, tmp_path):
    def call(content: str | bytes, *, feedback=None, **parameters) -> dict:
        file = tmp_path / "alignment.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        defaults = {"INPUT": areas, "ID_FIELD": "id", "FILE": str(file), "OUTPUT": "memory:"}
        return processing.run(
            "territory:importassignment", defaults | parameters, feedback=feedback or Listener()
        )

    return call


def test_a_file_without_header_is_joined_by_id(imported):
    listener = Listener()
    results = imported("01003,West\n01001,East\n01099,East\n01002,\n", feedback=listener)
    territories = by_id(results["OUTPUT"])
    assert (territories["01001"], territories["01003"]) == ("East", "West")
    assert {territories[f"0100{n}"] for n in (2, 4, 5, 6)} == {None}
    assert set(column(results["OUTPUT"], "territory_before")) == {"old"}
    numbers = ("TERRITORY_COUNT", "MATCHED", "UNASSIGNED", "UNMATCHED", "LOCKED_COUNT")
    assert [results[name] for name in numbers] == [2, 2, 4, 1, 0]
    assert "1 id of the file is no area of “Areas or customers” (INPUT): 01099." in listener.warned
    assert "3 areas are not in the file" in listener.warned


def test_locks_come_along(imported):
    results = imported("area_id;territory;locked\n01001;A;1\n01002;B;0\n")
    rows = table(results["OUTPUT"], "id")
    assert [rows[f"0100{n}"]["locked"] for n in (1, 2, 3)] == [1, 0, 0]
    assert results["LOCKED_COUNT"] == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_of_spreadsheets_are_read(imported, encoding):
    results = imported("id\tGebiet\n01001\tMünchen\n".encode(encoding))
    assert by_id(results["OUTPUT"])["01001"] == "München"


def test_what_cannot_be_joined_is_refused(processing, areas, tmp_path):
    file = tmp_path / "alignment.csv"
    file.write_text("1,A\n2,B\n")
    (tmp_path / "out").mkdir()
    given = {"INPUT": areas, "ID_FIELD": "id", "FILE": str(file)}
    message = refusal("territory:importassignment", given, tmp_path / "out")
    assert "it has 1, 2, the layer (INPUT) has 01001, 01002, 01003" in message.replace(
        ", … (6 in all)", ""
    )
    missing = given | {"FILE": str(tmp_path / "none.csv")}
    assert "cannot be read" in refusal("territory:importassignment", missing, tmp_path / "out")

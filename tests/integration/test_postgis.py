"""PostGIS for real: a server of the tests' own, with schemas, uuid keys, views, and a reader."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsDataSourceUri,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)
from territory_design.processing_provider.outputs.writing.databases import DatabaseTable
from territory_design.tests.integration.maps import QUICK, Listener, run_into_project

SIZE = 6
SET_UP = """
CREATE EXTENSION postgis;
CREATE SCHEMA "Sales Area";
CREATE SCHEMA plans;
CREATE TABLE "Sales Area".areas (
    "area Id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    "number" integer NOT NULL,
    "Revenue" numeric(12, 2),
    note text,
    geom geometry(MultiPolygon, 25832) NOT NULL
);
INSERT INTO "Sales Area".areas ("number", "Revenue", geom)
SELECT x * 6 + y, 1 + (x * 7 + y * 5) % 4,
    ST_Multi(ST_MakeEnvelope(500000 + x * 1000, 5500000 + y * 1000,
                             501000 + x * 1000, 5501000 + y * 1000, 25832))
FROM generate_series(0, 5) AS x, generate_series(0, 5) AS y;
CREATE VIEW plans.west AS
    SELECT "number" AS id, "Revenue" AS revenue, geom FROM "Sales Area".areas WHERE "number" < 18;
CREATE ROLE reader LOGIN;
GRANT USAGE ON SCHEMA "Sales Area", plans TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA "Sales Area", plans TO reader;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
"""


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server that listens on a socket in a folder of its own."""

    folder: Path
    connection: object

    def uri(self, table: str, *, schema: str, key: str = "", user: str = "planner") -> str:
        uri = QgsDataSourceUri()
        uri.setConnection(str(self.folder), "", "maps", user, "")
        uri.setDataSource(schema, table, "geom", "", key)
        uri.setSrid("25832")
        return uri.uri(False)

    def layer(self, table: str, **options) -> QgsVectorLayer:
        layer = QgsVectorLayer(self.uri(table, **options), table, "postgres")
        assert layer.isValid(), layer.error().message()
        return layer

    def destination(self, table: str, *, schema: str = "plans", user: str = "planner") -> str:
        return f"postgis:{self.uri(table, schema=schema, user=user)}"

    def query(self, sql: str) -> list:
        return self.connection.executeSql(sql)


def program(name: str) -> str:
    """Path of a server program; Debian keeps them off PATH, one folder per version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [
        Path(path) for path in [shutil.which(name)] if path
    ]
    if not found:
        pytest.fail(f"The program {name} is missing. Run `make setup`, which installs it.")
    return str(found[-1])


@pytest.fixture(scope="module")
def server(qgis_app):
    # Not below pytest's folder, which only its owner may enter; nor as root, who may not run it.
    folder = Path(tempfile.mkdtemp(prefix="territories_pg_", dir="/tmp"))
    account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    identity = (
        {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    )
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    settings = {"env": environment, "cwd": folder, **identity}
    data = folder / "data"
    subprocess.run(
        [program("initdb"), "-D", str(data), "-U", "planner", "--auth=trust", "-E", "UTF8", "-N"],
        check=True,
        capture_output=True,
        **settings,
    )
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "fsync": "off",
        "max_connections": "60",
    }
    command = [program("postgres"), "-D", str(data)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    log = (folder / "log").open("w")
    process = subprocess.Popen(command, stdout=log, stderr=log, **settings)
    try:
        wait_for(folder, process)
        # Not through QGIS, which remembers of a connection that it once had no PostGIS.
        for database, commands in (("postgres", "CREATE DATABASE maps"), ("maps", SET_UP)):
            subprocess.run(
                [program("psql"), "-q", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-U", "planner",
                 "-d", database, "-c", commands],
                check=True,
                env=environment,
            )  # fmt: skip
        uri = QgsDataSourceUri()
        uri.setConnection(str(folder), "", "maps", "planner", "")
        metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
        connection = metadata.createConnection(uri.uri(False), {})
        yield Server(folder, connection)
    finally:
        process.send_signal(signal.SIGINT)  # at once, with connections open
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()
        process.wait()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(folder: Path, process: subprocess.Popen) -> None:
    for _ in range(300):
        ready = subprocess.run([program("pg_isready"), "-q", "-h", str(folder)], check=False)
        if ready.returncode == 0:
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")


BALANCE = {"COUNT": 4, "BALANCE_FIELDS": ["Revenue"]} | QUICK


def same_areas_in_memory() -> QgsVectorLayer:
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:25832&field=number:int&field=Revenue:double", "m", "memory"
    )
    for x in range(SIZE):
        for y in range(SIZE):
            feature = QgsFeature(layer.fields())
            west, south = 500_000 + x * 1000, 5_500_000 + y * 1000
            square = QgsGeometry.fromRect(QgsRectangle(west, south, west + 1000, south + 1000))
            square.convertToMultiType()
            feature.setGeometry(square)
            feature.setAttributes([x * 6 + y, 1 + (x * 7 + y * 5) % 4])
            assert layer.dataProvider().addFeatures([feature])[0]
    return layer


def plan_of(layer: QgsVectorLayer) -> dict:
    return {area["number"]: area["territory"] for area in layer.getFeatures()}


def test_a_plan_is_read_from_and_written_to_the_database(processing, server):
    run = processing.run(
        "territory:balance",
        BALANCE
        | {
            "INPUT": server.layer("areas", schema="Sales Area", key="area Id"),
            "OUTPUT": server.destination("balanced"),
            "TERRITORIES": server.destination("territories", schema="Sales Area"),
        },
    )
    written = server.layer("balanced", schema="plans", key="id")
    expected = processing.run(
        "territory:balance", BALANCE | {"INPUT": same_areas_in_memory(), "OUTPUT": "memory:"}
    )
    assert run["MAX_DEVIATION_PCT"] == expected["MAX_DEVIATION_PCT"]
    assert plan_of(written) == plan_of(expected["OUTPUT"])
    # The keys came along, as what they are to QGIS.
    keys = {str(row[0]) for row in server.query('SELECT "area Id" FROM "Sales Area".areas')}
    assert {area["area Id"].strip("{}") for area in written.getFeatures()} == keys
    assert server.query('SELECT count(*) FROM "Sales Area".territories') == [[4]]


def names_in(server, schema: str) -> set[str]:
    return {
        str(row[0])
        for row in server.query(
            "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
            f" WHERE n.nspname = '{schema}'"
        )
    }


def run_into(processing, server, listener=None, **outputs):
    areas = server.layer("areas", schema="Sales Area", key="area Id")
    return processing.run(
        "territory:balance", BALANCE | {"INPUT": areas} | outputs, feedback=listener
    )


def test_all_tables_of_a_run_come_in_one_transaction(processing, server, tmp_path, monkeypatch):
    outputs = {
        "OUTPUT": server.destination("one_areas"),
        "TERRITORIES": server.destination("one_territories"),
        "CONVERGENCE": server.destination("one_course"),
    }
    run_into(processing, server, **outputs)
    # As if they had been written under their own names, a table without geometry, too.
    assert {name for name in names_in(server, "plans") if name.startswith("one_")} == {
        f"one_{table}{part}"
        for table in ("areas", "territories", "course")
        for part in ("", "_pkey", "_id_seq")
    }
    server.query("CREATE VIEW plans.made_of_it AS SELECT * FROM plans.one_territories")
    server.query("COMMENT ON TABLE plans.one_areas IS 'from the run before'")
    with pytest.raises(QgsProcessingException, match=r"TERRITORIES.*made_of_it"):
        run_into(processing, server, **outputs)

    # The view comes into being while the run goes on.
    monkeypatch.setattr(DatabaseTable, "why_not_writable", lambda _: "")
    report = tmp_path / "report.html"
    with pytest.raises(QgsProcessingException, match=r"could not be put in place.*made_of_it"):
        run_into(processing, server, **outputs, REPORT=str(report))
    comment = "SELECT obj_description('plans.one_areas'::regclass)"
    assert server.query(comment) == [["from the run before"]]
    assert not report.exists()
    assert not any("territory_design" in name for name in names_in(server, "plans"))

    server.query("DROP VIEW plans.made_of_it")
    run_into(processing, server, **outputs)
    assert server.query(comment) != [["from the run before"]]
    assert {"one_areas_pkey", "one_areas_id_seq"} <= names_in(server, "plans")


def test_what_a_killed_run_has_left_in_the_database_is_dropped(processing, server):
    old, new = (f"territory_design_{int(time.time()) - age}_ab" for age in (100_000, 60))
    for name in (old, new):
        server.query(f"CREATE TABLE plans.{name} (id integer)")
    run_into(processing, server, OUTPUT=server.destination("after_a_killed_run"))
    left = names_in(server, "plans")
    assert old not in left
    assert new in left, "another run may be writing there"
    server.query(f"DROP TABLE plans.{new}")


def test_uuid_keys_identify_areas(processing, server):
    run = processing.run(
        "territory:adjacency",
        {
            "INPUT": server.layer("areas", schema="Sales Area", key="area Id"),
            "ID_FIELD": "area Id",
            "OUTPUT": server.destination("borders"),
        },
    )
    assert run["EDGE_COUNT"] == 2 * SIZE * (SIZE - 1)
    assert server.query(
        'SELECT count(*) FROM plans.borders AS b JOIN "Sales Area".areas AS a'
        " ON trim(b.from_id, '{}') = a.\"area Id\"::text"
    ) == [[run["EDGE_COUNT"]]]


def test_a_view_is_read_by_a_role_that_may_only_read(processing, server):
    view = server.layer("west", schema="plans", key="id", user="reader")
    run = processing.run(
        "territory:balance",
        {"INPUT": view, "COUNT": 3, "BALANCE_FIELDS": ["revenue"], "OUTPUT": "memory:"} | QUICK,
    )
    assert run["OUTPUT"].featureCount() == 18
    assert run["PARTS"] == 3


@pytest.mark.parametrize("schema", ["plans", "nowhere"])
def test_a_table_that_cannot_be_written_is_refused_before_the_work(processing, server, schema):
    listener = Listener()
    with pytest.raises(QgsProcessingException, match="OUTPUT") as refused:
        processing.run(
            "territory:balance",
            BALANCE
            | {
                "INPUT": server.layer("areas", schema="Sales Area", key="area Id", user="reader"),
                "OUTPUT": server.destination("no", schema=schema, user="reader"),
            },
            feedback=listener,
        )
    assert schema in str(refused.value)
    assert ("does not exist" in str(refused.value)) == (schema == "nowhere")
    assert ("reader" in str(refused.value)) == (schema == "plans")
    assert not any("generation" in info.lower() for info in listener.infos)


def test_edits_in_an_open_transaction_count_and_do_not_block_the_output(processing, server):
    project = QgsProject.instance()
    project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    areas = server.layer("areas", schema="Sales Area", key="area Id")
    project.addMapLayer(areas)
    try:
        assert areas.startEditing()
        first = next(areas.getFeatures('"number" = 0'))
        index = areas.fields().lookupField("Revenue")
        assert areas.changeAttributeValue(first.id(), index, 500.0)
        # Nobody else sees it yet.
        seen = 'SELECT max("Revenue") FROM "Sales Area".areas'
        assert float(server.query(seen)[0][0]) == 4.0
        processing.run(
            "territory:balance",
            BALANCE | {"INPUT": areas, "OUTPUT": server.destination("in_transaction")},
        )
        written = server.query('SELECT max("Revenue") FROM plans.in_transaction')
        assert float(written[0][0]) == 500.0
    finally:
        areas.rollBack()
        project.clear()
        project.setTransactionMode(Qgis.TransactionMode.Disabled)
    assert float(server.query(seen)[0][0]) == 4.0


def test_what_is_written_to_the_database_loads_styled(processing, server):
    areas = server.layer("areas", schema="Sales Area", key="area Id")
    try:
        results, layers = run_into_project(
            "territory:balance",
            BALANCE
            | {"INPUT": areas}
            | {
                name: server.destination(f"loaded_{name.lower()}")
                for name in ("OUTPUT", "CONVERGENCE")
            },
        )
        assert layers["OUTPUT"].providerType() == "postgres"
        assert layers["OUTPUT"].featureCount() == SIZE * SIZE
        assert len(layers["OUTPUT"].renderer().categories()) >= 4
        assert not layers["CONVERGENCE"].isSpatial()
        assert layers["CONVERGENCE"].featureCount() == results["GENERATIONS"] + 1
    finally:
        QgsProject.instance().clear()

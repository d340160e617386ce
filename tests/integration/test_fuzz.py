"""The fuzz target itself works: a few fixed seeds; `make fuzz` plays thousands."""

from __future__ import annotations

import signal

import pytest
from territory_design.tests.fuzz import run
from territory_design.tests.fuzz.verdict import INNER_WORDS, REMEDIES

SEEDS = [3, 5, 6, 8, 10, 11, 12, 15, 16, 29, 38, 49, 65, 67, 80, 82, 85, 92]


@pytest.fixture(scope="module")
def outcomes():
    return run.played(SEEDS)


def test_some_fixed_seeds_end_well(outcomes):
    assert [outcome["seed"] for outcome in outcomes] == SEEDS
    assert [outcome for outcome in outcomes if outcome["findings"]] == []
    assert any(outcome["end"] == "result" for outcome in outcomes)


def test_a_crash_is_a_finding_and_the_rest_is_played(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text(
        "import json, os, sys\n"
        "for seed in map(int, sys.argv[1:]):\n"
        "    print(json.dumps({'seed': seed}), flush=True)\n"
        "    if seed == 3:\n"
        "        os.abort()\n"
        "    print(json.dumps({'seed': seed, 'end': 'result', 'findings': []}), flush=True)\n"
    )
    monkeypatch.setattr(run, "CHILD", child)
    outcomes = run.played([1, 2, 3, 4, 5])
    assert [(one["seed"], one["end"]) for one in outcomes] == [
        (1, "result"),
        (2, "result"),
        (3, "crash"),
        (4, "result"),
        (5, "result"),
    ]
    assert f"exit {-signal.SIGABRT}" in outcomes[2]["findings"][0]


@pytest.mark.parametrize(
    ("message", "good"),
    [
        ("“Weight” (WEIGHT_FIELD): 2 areas have no number. Fill them in.", True),
        ("'NoneType' object is not callable", False),
        ("OverflowError: cannot convert float infinity to integer", False),
    ],
)
def test_what_counts_as_a_helpful_refusal(message, good):
    assert bool(REMEDIES.search(message) and not INNER_WORDS.search(message)) is good


def test_a_seed_played_alone_draws_what_it_drew_among_others(outcomes):
    (alone,) = run.played(SEEDS[-1:])
    assert alone["drawn"]
    assert [alone["drawn"], alone["end"]] == [outcomes[-1]["drawn"], outcomes[-1]["end"]]

"""Python looks for garbage in the window's thread alone: layers of earlier runs belong there."""

from __future__ import annotations

import gc
import threading
import time

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtTest import QTest
from territory_design.processing_provider.common import garbage
from territory_design.processing_provider.common.garbage import (
    garbage_left_to_the_window,
    work_expected,
)
from territory_design.tests.integration.maps import QUICK, Listener, grid


class Watches(Listener):
    def __init__(self):
        super().__init__()
        self.looked = set()

    def pushInfo(self, info):
        super().pushInfo(info)
        self.looked.add(gc.isenabled())


def run(algorithm, heard):
    parameters = {"INPUT": grid(4, 4), "COUNT": 2, **QUICK, "OUTPUT": "memory:"}
    assert algorithm.run(parameters, QgsProcessingContext(), heard, {}, False)[1]


def in_another_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def until_enabled():
    for _ in range(100):
        QTest.qWait(10)
        if gc.isenabled():
            return True
    return False


def balance():
    return QgsApplication.processingRegistry().createAlgorithmById("territory:balance")


def test_a_run_in_another_thread_leaves_garbage_to_the_window(processing):
    heard, here = Watches(), Watches()
    algorithm = balance()
    in_another_thread(lambda: run(algorithm, heard))
    assert heard.looked == {False}
    assert until_enabled()
    run(balance(), here)  # a script's run stays as Python has it
    assert here.looked == {True}


def test_a_task_makes_nobody_look_in_its_thread_not_even_as_it_begins(processing):
    window, elsewhere = QgsApplication.instance().thread(), []

    def looks(phase, _):
        if phase == "start" and QThread.currentThread() != window:
            elsewhere.append(gc.isenabled())

    gc.callbacks.append(looks)
    before = gc.get_threshold()
    gc.set_threshold(1)
    try:
        for _ in range(3):
            context, heard, ended = QgsProcessingContext(), Listener(), []
            parameters = {"INPUT": grid(4, 4), "COUNT": 2, **QUICK, "OUTPUT": "memory:"}
            task = QgsProcessingAlgRunnerTask(balance(), parameters, context, heard)
            task.executed.connect(lambda *answer, ended=ended: ended.append(answer))
            assert not gc.isenabled()
            QgsApplication.taskManager().addTask(task)
            end = time.monotonic() + 30.0
            while not ended and time.monotonic() < end:
                QTest.qWait(10)
            assert ended[0][0]
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(looks)
    assert elsewhere == []
    assert until_enabled()


def test_what_came_together_is_looked_at_in_the_window_at_once(processing):
    looked = []
    kept = []

    def looks(phase, _):
        if phase == "start":
            looked.append(QThread.currentThread() == QgsApplication.instance().thread())

    def work():
        with garbage_left_to_the_window():
            kept.extend([] for _ in range(2 * gc.get_threshold()[0]))

    in_another_thread(work)
    gc.callbacks.append(looks)
    try:
        assert until_enabled()
        assert looked == [True]
    finally:
        gc.callbacks.remove(looks)


def test_what_was_expected_and_never_begins_is_forgotten(processing, monkeypatch):
    monkeypatch.setattr(garbage, "_SOON_MS", 1)
    work_expected()
    assert not gc.isenabled()
    assert until_enabled()


def test_of_two_at_once_the_last_one_ends_it(processing):
    begun, may_end = threading.Event(), threading.Event()

    def outer():
        with garbage_left_to_the_window():
            begun.set()
            may_end.wait(5.0)

    thread = threading.Thread(target=outer)
    thread.start()
    assert begun.wait(5.0)
    with garbage_left_to_the_window():  # the window's own work is let alone
        pass

    def inner():
        with garbage_left_to_the_window():
            pass

    in_another_thread(inner)
    QTest.qWait(50)
    assert not gc.isenabled()
    may_end.set()
    thread.join()
    assert until_enabled()


def test_who_has_switched_it_off_keeps_it_off(processing):
    gc.disable()
    try:

        def work():
            with garbage_left_to_the_window():
                pass

        in_another_thread(work)
        QTest.qWait(50)
        assert not gc.isenabled()
    finally:
        gc.enable()

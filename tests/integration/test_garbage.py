"""Python looks for garbage in the window's thread alone: layers of earlier runs belong there."""

from __future__ import annotations

import gc
import threading

from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtTest import QTest
from territory_design.processing_provider.common.garbage import garbage_left_to_the_window
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

from pathlib import Path
def test_d(desktop):
    print(desktop.run(open("/tmp/dialogs.py").read(), Path("/tmp/dialogs"), timeout_s=400))

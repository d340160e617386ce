"""Layers and parameters to arrays: everything that is read, in one way each."""

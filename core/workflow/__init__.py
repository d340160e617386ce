"""The whole workflow: sites, nearest homes, balance, re-siting, for one or several counts."""

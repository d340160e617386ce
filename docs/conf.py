"""How Sphinx makes the manual's HTML; run by tools/manual_html.py."""

project = "Territory Design"
copyright = "Territory Design maintainers"  # noqa: A001 - Sphinx wants this name
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["requirements.txt"]
root_doc = "index"

html_theme = "basic"
html_title = "Territory Design"
html_static_path = ["manual.css"]
html_css_files = ["manual.css"]
html_favicon = "../icons/territory_design.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
html_sidebars = {"**": ["globaltoc.html"]}

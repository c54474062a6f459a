"""How the documentation is built: `python -m sphinx -n -T -W --keep-going -b dirhtml docs docs/_build/html`."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "mouschema"
author = "The mouschema founders"
copyright = author
release = version = version_of("mouschema")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click", "mouschema_pages"]
exclude_patterns = ["_build"]

nitpick_ignore_regex = [
    # The build reads nothing from the network, so names of other projects are not linked.
    (r"py:.*", r"(collections|datetime|decimal|hypothesis|os|pathlib|typing)\..*"),
    # A type variable is no name to look up.
    (r"py:class", r"mouschema\..*\.R"),
]

add_module_names = False
autodoc_class_signature = "separated"
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
default_role = "literal"  # `name` in a docstring is code
napoleon_numpy_docstring = False

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

smartquotes = False  # examples and messages are shown to the letter

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_title = f"mouschema {release}"
html_show_sphinx = False

"""Pictures as SVG made here: they need no script, carry a name for each mark, and stand beside a table."""

"""How a text is read from Markdown and written as Markdown, and brought into that form."""

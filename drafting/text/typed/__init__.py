"""What a person typed who sees no Markdown, brought back into the text."""

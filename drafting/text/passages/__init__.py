"""What a text is: words with marks, in blocks with breaks, and the order that blocks have."""

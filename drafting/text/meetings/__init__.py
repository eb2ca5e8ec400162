"""How the proposals of many groups meet in one text, and whose words it then holds."""

"""Who is named: gazetteer, titles and names, groups, unnamed sources, pronouns."""

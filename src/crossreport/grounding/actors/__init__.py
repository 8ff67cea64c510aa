"""Who: names, offices, short forms and pronouns, each grounded to a neutral identity or left open with a reason."""

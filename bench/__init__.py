"""How fast Crossreport is, and what it takes: measures on one machine, their results in README.md."""

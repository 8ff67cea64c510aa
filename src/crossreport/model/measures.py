"""What figures count, by what it has in common: the dead and hurt, all who came to harm, who was taken."""

from crossreport.model.figure import Measure

Measures = frozenset[Measure]

HARM: Measures = frozenset({"killed", "wounded"})
TOLLS: Measures = HARM | {"killed_and_wounded"}
NEUTRALISED: Measure = "neutralised"  # the word of communiqués: who may be dead, hurt or caught
LOSSES: Measures = TOLLS | {NEUTRALISED, "missing"}
CAPTIVES: Measures = frozenset({"abducted", "detained"})

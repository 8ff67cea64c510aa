"""Names that an export may give: organisations, officials and public figures; private persons never."""

from crossreport.model import Actor, Attribution

PRIVATE = "a private person"
_PRIVATE_VOICES = {"witness": "a witness", "medic": "a medic"}


def public_name(actor: Actor) -> str:
    """The actor's name; a person whom no organisation is known for stays unnamed."""
    private = actor.kind == "person" and not actor.generic and actor.affiliation is None
    return PRIVATE if private else actor.name


def public_voice(voice: Attribution) -> str:
    """The speaker; witnesses and medics who are named stay unnamed."""
    named = any(word[:1].isupper() for word in voice.speaker.split())
    return _PRIVATE_VOICES.get(voice.kind, voice.speaker) if named else voice.speaker

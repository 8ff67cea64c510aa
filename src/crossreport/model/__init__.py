"""Frozen types: no I/O, no clock, no settings."""

from crossreport.model.actor import Actor, ActorKind, Participant, Role
from crossreport.model.analysis import Analysis, Name, NameLabel, Sentence, Token
from crossreport.model.capture import (
    Capture,
    Collection,
    Duplicate,
    MediaType,
    Method,
    Rejection,
    Statement,
    StatementKind,
)
from crossreport.model.claim import Claim
from crossreport.model.coded import CodedPage, Linked
from crossreport.model.coverage import Coverage, LinkKind, Silence, SourceLink, Teller
from crossreport.model.event import Event, Grade, SharedPassage, Side, SourceGroup, Toll, Voices, VoiceToll
from crossreport.model.figure import Bound, Counted, Figure, Measure, Quantity, Scope
from crossreport.model.finding import Finding, FindingKind
from crossreport.model.identity import content_id, digest, former_names, name_order
from crossreport.model.judgement import Judgement
from crossreport.model.mention import Mention, MentionKind
from crossreport.model.page import Block, Dropped, Page
from crossreport.model.place import Place, PlaceCandidate, PlacePrecision
from crossreport.model.reason import Reason
from crossreport.model.report import Attribution, Band, Confidence, EventReport, EventType, Status, VoiceKind
from crossreport.model.span import Span
from crossreport.model.step import Step
from crossreport.model.thing import Thing, ThingRole
from crossreport.model.voice import Stance, VoiceSays
from crossreport.model.when import Basis, DatePrecision, Published, When

__all__ = [
    "Actor",
    "ActorKind",
    "Analysis",
    "Attribution",
    "Band",
    "Basis",
    "Block",
    "Bound",
    "Capture",
    "Claim",
    "CodedPage",
    "Collection",
    "Confidence",
    "Counted",
    "Coverage",
    "DatePrecision",
    "Dropped",
    "Duplicate",
    "Event",
    "EventReport",
    "EventType",
    "Figure",
    "Finding",
    "FindingKind",
    "Grade",
    "Judgement",
    "LinkKind",
    "Linked",
    "Measure",
    "MediaType",
    "Mention",
    "MentionKind",
    "Method",
    "Name",
    "NameLabel",
    "Page",
    "Participant",
    "Place",
    "PlaceCandidate",
    "PlacePrecision",
    "Published",
    "Quantity",
    "Reason",
    "Rejection",
    "Role",
    "Scope",
    "Sentence",
    "SharedPassage",
    "Side",
    "Silence",
    "SourceGroup",
    "SourceLink",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Status",
    "Step",
    "Teller",
    "Thing",
    "ThingRole",
    "Token",
    "Toll",
    "VoiceKind",
    "VoiceSays",
    "VoiceToll",
    "Voices",
    "When",
    "content_id",
    "digest",
    "former_names",
    "name_order",
]

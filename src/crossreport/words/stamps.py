"""The stamps above or before the messages of a pasted or exported chat: who posted, and when.

Two forms: a line of its own, "River Watch, [14.03.2023 18:22]" (Telegram, copied), and what opens a message,
"14/03/2023, 18:22 - River Watch: …" or "[14/03/23, 18:22:05] River Watch: …" (WhatsApp, exported).
"""

import re

_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f]?[ap]\.?m\.?)?"
_DAY = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)"
_AT = rf"(?:{_DAY},? {_HOUR})"
_WHO = r"(?P<who>\+?[^\W_][^:\[\]\n]{1,60}?)"
STAMP_ABOVE = re.compile(rf"(?i){_WHO},? \[{_AT}\]:?")
STAMP_BEFORE = re.compile(rf"(?i)(?:{_AT} [-–—] |\[{_AT}\] ){_WHO}: ")
LEAST_STAMPS = 2  # messages of a chat: one stamp may be of a quoted post

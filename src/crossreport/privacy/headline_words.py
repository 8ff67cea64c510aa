"""Words of a headline that were taken for a name: a page and the name in, whether it is none out.

"Raids kill 11 - Monitor" writes "Monitor" large because a headline does, and "Interim Minister of Health: …" an office.
Such a name stands nowhere but in the headline, or where the page says the headline again, and all of its words are
plain ones. A name that the body writes large ("Rose Nduta") is left alone.
"""

import re
from functools import cache

from crossreport.model import Page
from crossreport.privacy.headings import is_function_word, is_plain_word
from crossreport.words.actor_nouns import noun_classes


def title_apart(page: Page) -> str:
    """The page's text, offsets kept, with a line's end behind its headline where the body says that again."""
    return page.text.replace(f"{page.title} ", f"{page.title}\n") if page.title else page.text


def only_heads(name: str, page: Page, *, sure: bool = False) -> bool:
    """Whether a name is words of the page's headline and nobody's.

    If the words beside it are `sure` that it is, the body must write it small, or it calls an actor: "Monitor".
    """
    title = page.title or ""
    if not _whole(name).search(title):
        return False
    body = page.text.replace(title, " ")
    return not _whole(name).search(body) and all(_is_said(word, body, sure=sure) for word in name.split())


def _is_said(word: str, body: str, *, sure: bool) -> bool:
    """Whether the language has the word: the body writes it small, or a list holds it."""
    if word.lower() in noun_classes() or _whole(word.lower()).search(body):
        return True
    return not sure and (is_function_word(word) or is_plain_word(word))


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){re.escape(words)}(?![\w-])")

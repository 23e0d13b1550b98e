"""
Debris: what a page puts around and into a story that is nobody's claim, told by its own words.

    Read more: …    Related: …    Advertisement    Share this    Subscribe to …    All rights reserved.

Two lists: what opens a line of debris, and what such a line is as a whole. A sentence that only begins like one
(`Share prices fell`, `Follow-up talks failed`) is body, so that openings either end in a mark or are followed by the
words that such lines go on with.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LEADS_ON: Final = (
    r"(?:read(?=\s?[|»›►▶])|read (?:more|also|next|on|this|full story)"
    r"|also read|see also|see more|watch(?: live| now| more| the video)?"
    r"|listen(?: now| to this)?|related(?: (?:articles?|stor(?:y|ies)|news|topics|content|coverage|links|posts))?"
    r"|recommended|more"
    r"(?: for you| reading)?|more (?:on|from|about) (?:this|the)\b[^:.]{0,40}"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|don'?t miss|must read|editor'?s? (?:picks?|choice)|trending(?: now)?"
    r"|most (?:read|popular|viewed|commented|shared)"
    r"|latest (?:news|stories|updates|headlines)|top stor(?:y|ies)|in pictures|gallery|photos|video|podcast"
    r"|live updates?"
    r"|explainer|further reading|up next|next (?:article|story)|previous (?:article|story)"
    r"|in case you missed it|(?:photo|picture) gallery"
    r"|quick guide|factbox|interactive|timeline|q ?& ?a"
    r"|tags?|tagged|topics?|filed under|categor(?:y|ies)|keywords?|labels?|sections?|explore more|what to know"
    r"|on the same (?:subject|topic|theme)|stay informed)"
)
# A whole line, small letters, without its marks.
_WHOLE: Final = re.compile(
    r"(?:continued (?:on|from) (?:page\b|[a-z]?\d).{0,20}|[a-z]{4,20}, from (?:page )?[a-z]?\d{1,3}"
    r"|see [a-z ]{3,30}, (?:page )?[a-z]?\d{1,3}(?:, col\. ?\d)?"
    r"|advertisements?|advert|ad|sponsored(?: content)?|promoted(?: content)?"
    r"|story continues below(?: advertisement)?"
    r"|(?:article|story|post) continues (?:below|after)[\w ]{0,30}|continue reading(?: below| the main story)?"
    r"|skip ad(?:vertisement)?"
    r"|(?:read|see|show|load|view|learn|find out) (?:more|all|less|full (?:story|article))|more"
    r"|(?:show|load|view|see) (?:more|all|older|newer|previous) comments"
    r"|play video|see also page \d+|you have \d+ .{0,20}(?:articles?|stories) left.{0,20}"
    r"|back to (?:top|home)|go to top"
    r"|share(?: (?:this|on|via|the|with|article|story|now|it|full article).{0,60})?|share|save|print|email"
    r"|(?:like|enjoyed?) this[^.]{0,30}\? ?(?:share|tell|please)\b.{0,60}"
    r"|e-?mail this.{0,30}|copy link"
    r"|link copied|bookmark|listen|play|pause|comment|add a comment|leave a (?:comment|reply).{0,40}"
    r"|post a comment|reply|report"
    r"|(?:log|sign) ?in(?: (?:to|or|with)\b.{0,60})?|sign up(?:\b.{0,90})?|register(?: (?:now|here|to)\b.{0,60})?"
    r"|home|menu|search|front page|homepage"
    r"|subscribe(?:\b.{0,90})?|newsletters?(?:\b.{0,60})?"
    r"|get (?:the|our)\b.{0,60}\b(?:newsletter|app|inbox|alerts)\b.{0,60}"
    r"|follow (?:us|@?\w+(?: \w+)? on)\b.{0,80}|like us on\b.{0,60}|join (?:us|our|the conversation)\b.{0,80}"
    r"|click here\b.{0,90}"
    r"|download (?:the|our)\b.{0,60}|donate(?: now)?|support (?:our|independent|us)\b.{0,60}"
    r"|become a (?:member|subscriber)\b.{0,60}"
    r"|(?:enter )?your e-?mail(?: address)?|you are now subscribed.{0,60}|tweet"
    r"|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube|messenger|tumblr|flipboard"
    r"|pocket|email"
    r"|(?:(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|e-?mail|print|copy link|share|tweet|pin"
    r"|messenger)[ |,/·]*){2,}"
    r"|\d+ (?:shares?|views?|likes?)|\d+ min(?:ute)?s? read|skip to (?:main )?content"
    r"|(?:accept|manage|reject)(?: all)? cookies"
    r"|cookie (?:policy|settings|preferences)|privacy(?: policy| notice)?"
    r"|terms (?:of|and) (?:use|service|conditions)|contact us|about us"
    r"|view (?:all|comments?|gallery|more)\b.{0,40}|image|photos?|loading|close|next|previous|prev|toggle caption"
    r"|enlarge(?: this)? image"
    r"|hide caption|end(?:s)?|-?30-?|more to come|to be continued|(?:comments (?:are )?closed)"
    r"|(?:proudly )?powered by .{2,40}|(?:older|newer|previous|next) (?:posts?|entries|stories)"
    r"(?:[ |•]*(?:older|newer|previous|next) (?:posts?|entries|stories))?|archives?|blogroll|recent (?:posts|comments)"
    r"|(?:video|audio|gallery|podcast)(?: ?[:–-])? \d{1,2}:\d\d(?::\d\d)?|forwarded from:? .{2,40}"
    r"|(?:your )?(?:name|website)|for immediate release|press release"
    r"|vol(?:ume)?\.? [\divxlc]+,?(?: (?:no|nr|issue|number)\.? ?\d+)?"
    r"|sign me up|buy now|be the first to know|read more (?:below|inside)|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d"
    r"|our standards\b.{0,80}|news|breaking news|live|what are these\?|urgent|bulletin|flash|newsalert"
    r"|in other news|sponsored by\b.{0,60}|open .{0,40} in (?:a )?new (?:tab|window)|opens in new window)"
)
_LED: Final = re.compile(rf"(?:{_LEADS_ON})(?:\s?[:»›|►▶]|\s?[-–—](?=\s)|\s*$)", re.IGNORECASE)
_CONTAINS: Final = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|reprinted|redistributed|republished)"
    r"|(?:we|this (?:web)?site) uses? cookies"
    r"|your email address will not be published|required fields are marked|sign up (?:for|to) (?:our|the|receive)\b"
    r"|subscribe (?:to|now|today|for) (?:our|the|read|receive|get|more|unlimited|full|continue|\w+ newsletter)"
    r"|support our journalism|independent journalism (?:costs|needs|relies|depends)|^comments? not loading"
    r"|recommend using (?:a|another) (?:current|modern|different) browser"
    r"|this (?:article|story|piece|report|page) (?:was|is|has been|first|originally) (?:first |originally )?"
    r"(?:published|appeared|republished|posted|updated|scanned|generated|translated|produced"
    r"|(?:amended|corrected) (?:on|to|at)\b)"
    r"|^(?:first|originally) (?:published|appeared) (?:on|in|at|by)\b|printed and published by"
    r"|(?:scanned|digiti[sz]ed) (?:and|by|from)\b"
    r"|from (?:our|the) archives?\b|the views expressed (?:in|here|are)"
    r"|(?:views?|opinions?)\b.{0,60} do(?:es)? not (?:necessarily )?(?:represent|reflect) the"
    r"|click (?:here|below|on the link) (?:to|for)|follow (?:us|our) (?:on|channel|page)"
    r"|please (?:credit|share|cite)\b.{0,60}\b(?:link|this article|this story)\b"
    r"|join our (?:telegram|whatsapp|channel|newsletter)"
    r"|download our app|get the latest news|delivered (?:straight |directly )?to your inbox"
    r"|terms (?:of use|and conditions) apply"
    r"|(?:javascript|adblock|ad blocker)\b.{0,60}\b(?:enable|disable|disabled|required)"
    r"|this (?:video|content) is (?:restricted|not available)"
    r"|^click to (?:share|e-?mail|print|tweet)\b|^save my name, e-?mail|^be the first to (?:comment|reply)"
    r"|\bby (?:signing up|subscribing|registering|continuing),? you (?:agree|accept|consent|confirm)\b"
    r"|\bi (?:have read|understand) and agree (?:that|to)\b"
    r"|^[—–-]+ ?[^()]{2,50} \(@\w+\).{0,40}$"
    r"|^this live (?:page|blog|feed|coverage)\b.{0,80}\b(?:closed|ended|over)\b"
    r"|(?:have|got) (?:a|any) (?:news )?tips?\?|contact (?:the (?:author|writer)|us) at"
    r"|e-?mail (?:the (?:author|writer)|us) at"
    r"|follow .{3,40} on (?:twitter|x|facebook|instagram)|can be (?:reached|contacted) at .{0,40}@",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(
    r"[A-Z][^|>»•·/.!?]{1,24}(?:\s?[|>»•·]\s?[A-Z][^|>»•·/.!?]{1,24}){2,9}|[A-Z]\w{2,14}(?: {3,}[A-Z]\w{2,14}){2,9}"
)
# Headings under which a list of other stories follows.
_LIST_HEAD: Final = re.compile(
    r"(?:related|recommended|trending|most (?:read|popular|viewed)|more (?:on|from|stories|news|in|like)"
    r"|you (?:may|might) (?:also )?like"
    r"|latest (?:news|stories|headlines)|top stories"
    r"|also (?:read|in|on (?:this )?(?:site|page))|see also|read (?:more|next|also)|don'?t miss"
    r"|editor'?s? picks?"
    r"|popular|in other news|on the same (?:subject|topic|theme)|further reading"
    r"|what to read next|up next)\b[^.!?]{0,50}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|news|co|tv|example)(?:\.\w\w)?|\S+@\S+\.\w+|@\w{2,30}|#\w+(?:\s#\w+)*"
)
_FORMAT: Final = re.compile(
    r"(?:explainer|quick guide|factbox|timeline|q ?& ?a|analysis|live updates?|in pictures|video|interactive|podcast)"
    r"\s?[:|–—-]\s?\S+ \S+ \S+",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:said|told|urged|warned|added|asked|insisted|according to)\b|[“”]")
_RULE: Final = re.compile(r"[\W_]+")
_LONGEST: Final = 400  # code points; copyright notices and disclaimers stay below


def is_debris(words: str) -> bool:
    """Tell whether a whole paragraph is debris by its own words."""
    line = " ".join(words.split())
    if len(line) > _LONGEST:
        return False
    if _LED.match(line.replace("’", "'")) or _ADDRESS.fullmatch(line) or _RULE.fullmatch(line):
        return True
    if _SAID.search(line):
        return False
    bare = line.strip(" \t|•·*»›<>←→↓↑►▶[](){}…:.!-–—=_~+#").replace("’", "'").lower()
    return bool(_WHOLE.fullmatch(bare) or _CONTAINS.search(line.replace("’", "'")))


def unadorned(words: str) -> str:
    """Return a line without the small pictures before it: `📷 Photo: …`."""
    at = 0
    while at < len(words) and (
        words[at].isspace() or (unicodedata.category(words[at]) in _PICTURES and words[at] not in "©®")
    ):
        at += 1
    return words[at:] or words


_PICTURES: Final = frozenset(("So", "Sk", "Cf", "Cs", "Co", "Mn", "Me"))
"""General categories of emoji and of what joins and colours them."""


def is_trail(words: str) -> bool:
    """Tell whether a line names the way to a page or a site's sections: `Home | World | Sport`."""
    return bool(_TRAIL.fullmatch(words.strip()))


_NAVIGATION: Final = re.compile(
    r"\b(?:home|privacy|terms|contact|about|print|share|e-?mail|sports?|world|news|opinion|previous|next|archive|subscribe|help"
    r"|sign in|log in|frequencies|advertise)\b",
    re.IGNORECASE,
)


def is_navigation(words: str) -> bool:
    """Tell whether a line offers parts of a site: `Privacy | Terms | Contact`."""
    return is_trail(words) and bool(_NAVIGATION.search(words))


# What a wire puts over a dispatch for editors: its slug, its take, what is new in it.
_SLUG: Final = re.compile(
    r"(?:[A-Z]{1,3}-)?[A-Z][\w'’.]*(?:-+[A-Z][\w'’.]*)+(?:,? ?(?:\d+(?:st|nd|rd|th) )?[\w -]*"
    r"(?:Ld|Lead|Writethru|Bjt|Insert|Sub|Urgent|Adv|Take|Add|Update|UPDATE)\b[\w ,-]{0,30}|,? ?\d{2,4})"
    r"|[a-z]{1,2}\d{3,4}(?: ?[A-Za-z]{1,3}){0,3} ?[\w-]{0,40}"
    r"|(?:eds|editors?|attn|attention)\b[^:]{0,30}: ?\S.{0,160}|\(?(?:eds|editors):? .{3,120}\)"
    r"|\((?i:adds?|updates?|updating|recasts?|corrects?|refiles?"
    r"|rewrites?|releads?|writes through|with)\b[^()]{3,120}\)",
)


def is_slug(words: str) -> bool:
    """Tell whether a line above a dispatch is a wire's word to its editors: `BC-Hale-Strike, 2nd Ld`, `Eds: …`."""
    return bool(_SLUG.fullmatch(words.strip()) or re.match(r"(?i:eds|editors|attn)\s?:\s", words.strip()))


def may_head(words: str) -> bool:
    """Tell whether a line that leads on to another story may be this one's headline: `Explainer: Why now`."""
    return bool(_FORMAT.match(words.strip()))


def heads_list(words: str) -> bool:
    """Tell whether a debris line stands over a list of other stories: `Related articles`, `Most read`."""
    line = words.strip().rstrip(":").replace("’", "'")
    return len(line) <= 60 and bool(_LIST_HEAD.fullmatch(line))


def is_rule(words: str) -> bool:
    """Tell whether a line holds nothing but marks: `-----`, `* * *`."""
    return bool(_RULE.fullmatch(words.strip()))


def is_address(words: str) -> bool:
    """Tell whether a line is nothing but a web address, a mail address or tags."""
    return bool(_ADDRESS.fullmatch(words.strip()))

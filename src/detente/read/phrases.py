# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""The phrases by which lines that are not the article give themselves away, as one table.

Each entry is a role, the rule's name and a pattern over the words of a whole row. A pattern that is
anchored at both ends holds for any row; a pattern that is not is only asked of rows that are not
somebody's words (see `spoken`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.read.keywords import ALWAYS, ORIGIN_WORDS, VERBS, group_of, groups_in, words_of
from detente.records import LineRole

_SPOKEN = re.compile(rf"\b(?:{'|'.join(words_of(VERBS))})\b")
_QUOTED = re.compile(r"""["“”«»][^"“”«»]{12,}["“”«»]""")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern and the role of the rows that it fits."""

    role: LineRole
    """The role."""
    reason: str
    """The rule's name, as printed in `Line.reason`."""
    pattern: re.Pattern[str]
    """Searched in the words of a row, in lower case."""
    longest: int = 45
    """The most words that such a row has."""
    whole: bool = False
    """Whether the pattern covers the row from end to end."""
    needs: int = ALWAYS
    """A group of words (`keywords`) of which the row has one: a cheap first look."""


def _phrase(
    role: LineRole, reason: str, pattern: str, longest: int = 45, *, whole: bool = False
) -> Phrase:
    if whole:
        pattern = rf"^\W*(?:{pattern})\W*$"
    found = re.compile(pattern, re.VERBOSE)
    return Phrase(role, reason, found, longest, whole, group_of(reason))


_SITES = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|mail|reddit|pinterest|telegram|xing|vk|tumblr|flipboard"
    r"|google\+?|google\ plus|messenger|pocket|instagram|youtube|threads|bluesky|mastodon|line|weibo|wechat|digg|delicious|stumbleupon|odnoklassniki|ok\.ru|viber|skype|livejournal|tiktok|snapchat|signal|naver|kakao(?:talk)?|print|rss|copy\ link|link)"
)
_LINK_WORDS = rf"(?:{_SITES}|share|tweet|save|comments?|gift|listen|bookmark|\+\d*|\d+)"

PHRASES: tuple[Phrase, ...] = (
    _phrase("ad", "advertisement marker",
        r"""(?:-\ *)*(?:advertisements?|advertising|ads?|adverts?|sponsored(?:\ (?:content|links?|post))?|promoted(?:\ content)?|paid\ (?:content|post)|ad\ feedback|remove\ ads?|report\ this\ ad)
        (?:\ *[-:|]\ *(?:scroll\ to\ continue|continue\ reading\ below|story\ continues\ below|skip(?:\ ad)?|keep\ scrolling.*))?
        | (?:the\ )?(?:article|story|text|post)\ continues?\ (?:after|below)(?:\ (?:the|this))?(?:\ (?:advertisement|ad|advert|video|promotion|sponsor\ message|newsletter))?
        | (?:continue|scroll(?:\ down)?\ (?:to|for))\ (?:reading|continue|more|the\ article)?\ ?(?:below(?:\ the\ ad\w*)?|with\ content)?(?:\ (?:after|below)\ .*(?:ad|advertisement|video))?
        | (?:skip|close)\ (?:ad|advertisement|promotion|past\ newsletter\ promotion)|after\ newsletter\ promotion
        | (?:this\ )?advertisement\ (?:has\ not\ loaded\ yet|is\ closing)\b.*|(?:your\ )?(?:article|content)\ continues\ below
        | loading\ (?:ad|advertisement)""", 14, whole=True),
    _phrase("login", "log-in", r"""
        (?:or\ )?(?:please\ )?(?:log|sign)[-\ ]?(?:in|on|out|off)(?:\ (?:or|and|/|\|)\ (?:register|sign[-\ ]?up|subscribe|create\ (?:an\ )?account|join))?(?:\ (?:to|with|using|via|here|now|below|as)\b.*)?
        | (?:or\ )?(?:create|register)\ (?:a|an|your|for\ an?)\ (?:\w+\ )?(?:account|profile)\b.*
        | register(?:\ (?:here|now|today|free|for\ free|with\ .*))?|(?:not\ (?:yet\ )?(?:a|registered|a\ registered)\ ?(?:member|user)?)\W*(?:\ ?(?:yet|register|join|sign\ up).*)?
        | (?:forgot|forgotten|lost|reset|change)\ (?:your\ |my\ )?(?:password|username|log-?in).*
        | (?:my|your|manage|edit)\ (?:account|profile|subscription|preferences)|(?:user\ ?name|password|e-?mail(?:\ address)?|remember\ me|confirm\ password)(?:\ or\ .*)?
        | (?:don['’]?t|do\ not)\ have\ an?\ account\b.*|already\ (?:registered|have\ an\ account)\b.*|new\ (?:user|here|to\ .{3,30})\?.*
        | welcome(?:\ back)?[,!].*""", 30, whole=True),
    _phrase("promo", "share bar", rf"""
        (?:share|tweet|e-?mail|print|save|recommend|send|copy\ link|gift|listen|republish|bookmark|listen\ to\ (?:this|the)\ (?:article|story))(?:\ (?:this|the|on|to|via|with|by|as|using|full|link|article|story|post|page|it|now|a|free|friends?|and|{_SITES}))*
        | (?:click\ to\ )?(?:share|follow|like|find|join|connect\ with|watch)(?:\ (?:us|this|the\ \w+|{_SITES}))?(?:\ (?:on|via|in|at))?(?:\ (?:our|the))?\ {_SITES}(?:\W+(?:and\ |or\ )?{_SITES})*(?:\ \(opens\ in\ (?:a\ )?new\ window\))?
        | (?:{_LINK_WORDS})(?:\W+(?:{_LINK_WORDS}))*|\d+\ (?:shares?|likes?|tweets?|views?|retweets?|interactions)|(?:add|send)\ to\ (?:a\ )?friends?|opens\ in\ (?:a\ )?new\ window
        | follow\ (?:us|me|@\w+|.{{3,40}})\ on\ {_SITES}.*|(?:like|follow)\ us(?:\ on\b.*)?|(?:a{{2,}}|text\ size|font\ size|increase|decrease)(?:\W+[a+-]+)*(?:\ (?:text|font)(?:\ size)?)?
        | add\ (?:.{{2,40}}\ )?(?:as\ (?:a\ )?preferred|on\ google|to\ (?:your\ )?(?:reading\ list|favou?rites|bookmarks|my\ list)).*|make\ (?:us|.{{3,30}})\ (?:your\ )?preferred.*google.*""", 25, whole=True),
    _phrase("promo", "reader's lists", r"""
        \b(?:(?:successfully\ )?added\ to\ (?:your\ |my\ )?(?:list|playlist|favou?rites|basket|cart)|add\ (?:an?\ )?(?:new\ )?(?:playlist|description|bookmark)|your\ (?:lists?|playlists?|bookmarks)\ (?:are|is|will)|set\ your\ (?:list|playlist)|(?:to|want\ to)\ bookmark\ (?:this|your)\ (?:\w+\ )?(?:article|stor(?:y|ies)|page)s?)\b""", 70),
    _phrase("promo", "newsletter or app", r"""
        \b(?:sign\ up|signup|subscribe|register|join|enter\ your\ e-?mail)\b.{0,60}\b(?:newsletters?|briefing|alerts?|bulletin|podcast|youtube|telegram|whatsapp|channel|e-?mails?|inbox|mailing\ list|updates|digest)\b
        | \b(?:newsletter|briefing|digest|stories|news|headlines|updates|e-?mails?)\b.{0,60}\b(?:your|you)\b.{0,15}\b(?:inbox|mailbox|phone|e-?mail)\b
        | \bto\ (?:change\ your\ (?:settings|preferences)|unsubscribe)\b|^\W*(?:click\ (?:here\ )?to\ )?unsubscribe\b
        | \bthanks?(?:\ you)?\ for\ (?:signing\ up|subscribing|registering|your\ (?:support|feedback|subscription))\b
        | \bdownload\ (?:the|our)\ (?:\w+\ ){0,3}app\b|\bget\ (?:the|our)\ (?:\w+\ ){0,3}(?:app|newsletter|podcast)\b
        | \b(?:check\ your\ (?:inbox|e-?mail)|an?\ e-?mail\ (?:has\ been|was)\ sent\ to\ you|please\ enter\ a\ valid\ e-?mail)""", 60),
    _phrase("promo", "call to readers", r"""
        ^\W*(?:(?:please\ )?(?:support|donate\ to|help\ (?:us|fund|support|sustain)|become\ a\ (?:member|supporter|patron)|make\ a\ (?:donation|gift|contribution)|consider\ (?:supporting|donating|making|becoming))\b.{0,120}\b(?:journalism|us|our|today|reporting|reporters|newsroom|donation|contribution|nonprofit|readers?)\b)
        | \b(?:supported|funded)\ by\ (?:our\ )?(?:readers|members|listeners|donations|you)\b|\breader[-\ ]supported\b
        | ^\W*(?:have\ (?:an?\ )?(?:tip|opinion|story|question|comment|view|news)|do\ you\ have\ (?:an?\ )?(?:tip|story|question|comment|view|information|experience)|got\ (?:an?\ )?(?:tip|story|news|question)|what\ do\ you\ think|tell\ us|let\ us\ know|join\ the\ (?:conversation|discussion|debate)|take\ our\ (?:poll|survey|quiz)|was\ this\ (?:article|page|story)\ (?:helpful|useful|interesting)|(?:spotted|noticed|found)\ (?:an?\ )?(?:error|mistake|typo)|did\ you\ (?:find|spot|notice)\ (?:an?\ )?(?:error|mistake|typo))\b.*
        | ^\W*(?:listen|watch|download|play|stream)\ (?:to\ )?(?:the\ |our\ |this\ )?(?:latest\ )?(?:episode|podcast|full\ (?:episode|interview|video))\b
        | \byour\ (?:support|donation|contribution|gift)\ (?:helps|makes|allows|enables|keeps|will)\b""", 45),
    _phrase("legal", "cookies and consent", r"""
        \b(?:we|this\ (?:web\ ?site|site)|our\ (?:web\ ?site|site|partners)|by\ (?:using|continuing|clicking|browsing|accepting|signing))\b.{0,140}\b(?:cookies?|privacy|terms|consent|your\ (?:data|personal|device)|tracking\ technolog\w+)\b
        | ^\W*(?:(?:accept|reject|allow|decline|manage|customi[sz]e)\ (?:all\ )?(?:cookies?|settings|preferences|and\ (?:close|continue))|cookies?(?:\ (?:policy|settings|preferences|notice|consent))?|i\ (?:accept|agree)|got\ it|accept(?:\ all)?|reject(?:\ all)?|(?:privacy|your\ privacy)(?:\ (?:policy|settings|notice|choices|statement|manager))?|more\ options|do\ not\ sell.*)\W*$""", 70),
    _phrase("legal", "copyright", r"""
        ^\W*(?:©|\(c\)|copyright\b|&copy;).{0,160}$|\ball\ rights\ reserved\b
        | \b(?:may|must|can)\ ?not\ be\ (?:published|reproduced|copied|redistributed|rewritten|used|republished)\b.{0,80}\b(?:broadcast|permission|rewritten|redistributed|consent|form|part|prior)\b
        | ^\W*(?:terms\ (?:of\ (?:use|service)|and\ conditions|&\ conditions)|disclaimer|imprint|impressum|legal\ notice|site\ ?map|accessibility(?:\ statement)?|about\ us|contact(?:\ us)?|careers|advertise(?:\ with\ us)?|corrections?|permissions|licen[cs]ing|rights\ (?:&|and)\ permissions|request\ (?:a\ )?(?:correction|permission)|help(?:\ cent(?:er|re))?|faqs?|site\ index|press\ office|newsroom|terms|privacy|kontakt|datenschutz(?:erklärung)?|agb|über\ uns|mentions\ légales|nous\ contacter|aviso\ legal|contacto|redaktion)(?:(?:\W+|\ and\ )(?:terms(?:\ (?:of\ (?:use|service)|and\ conditions))?|privacy(?:\ policy)?|about\ us|contact(?:\ (?:us|the\ (?:newsroom|editors?|desk)))?(?:\W+\S+@\S+)?|careers|advertise|cookies|help|faqs?|site\ ?map|imprint|impressum|datenschutz(?:erklärung)?|kontakt|agb|über\ uns|mediadaten|abo(?:nnement)?|karriere|mentions\ légales|confidentialité|aviso\ legal|privacidad|contacto))*\W*$
        | \b(?:views|opinions)\ (?:expressed|presented|stated)\b.{0,80}\b(?:are|do\ not|necessarily|represent|reflect|those)\b
        | \bdoes\ not\ necessarily\ (?:reflect|represent)\b
        | ^\W*(?:this\ (?:article|story|content|material)\ (?:is\ (?:published|licensed|republished)\ under|was\ generated|has\ been\ (?:licensed|auto)).*)$""", 70),
    _phrase("contact", "how to reach the author", r"""
        ^\W*(?:(?:you\ (?:can|may)\ )?(?:contact|reach|e-?mail|write\ to|follow|tweet)\ (?:the\ )?(?:author|writer|reporter|editor|newsroom|correspondent|him|her|them|us|me|this\ (?:reporter|author)|\w+(?:\ \w+){0,3})\ (?:at|on|via|by|@)\b.{0,90}
        | (?:e-?mail|twitter|contact|tel|phone|x|facebook|instagram)\ ?[:@].{0,80}
        | [\w.+-]+@[\w-]+\.[\w.]+ | @\w{2,20}(?:\W+@\w{2,20})*
        | (?:to\ )?contact\ (?:the\ )?(?:reporters?|editors?|authors?|writers?|editor\ responsible)\b.{0,120}
        | (?:send|submit|email)\ (?:us\ )?(?:your\ )?(?:comments|feedback|tips|letters|corrections|questions|a\ letter)\b.{0,90}
        | follow\ .{3,40}\ (?:on\ )?(?:twitter|x|facebook|instagram)\b.{0,60}
        | (?:he|she|they|the\ author)\ (?:can\ be|tweets?|is\ on\ (?:twitter|x))\b.{0,20}(?:\ (?:reached|followed|contacted|at|@)).{0,60})\W*$""", 30),
    _phrase("source-url", "an address", r"""
        (?:(?:original|canonical|permanent|full|short|source|article)?\ ?(?:url|link|address|source|article|text|version|perma-?link)(?:\ (?:url|link|article|text|here|at))?\s*[:=-]?\s*)?<?(?:https?://|www\.)\S+>?
        | (?:original|canonical|source|article)?\ ?(?:url|link|permalink)\s*:?|(?:original|source)\ (?:article|text|story)\s*:?
        | (?:this\ (?:article|text|story|page)\ (?:can\ be\ found|is\ available|was\ (?:published|printed|retrieved))\ (?:at|on|from)|retrieved\ from|available\ (?:at|from)|source)\s*:?\s*<?(?:https?://|www\.)\S+>?""", 16, whole=True),
    _phrase("menu", "navigation", r"""
        (?:(?:skip|jump|go|back|return)\ to\ (?:the\ )?(?:main\ )?(?:content|navigation|menu|search|top|home(?:\ ?page)?|article|footer|section)|(?:main\ |site\ |full\ |open\ |close\ |toggle\ |show\ |hide\ )?(?:menu|navigation|search|sidebar)(?:\ menu)?|home(?:\ ?page)?|search(?:\ (?:for|the\ site|site|this\ site|results))?|close|cancel|submit|more|next|previous|prev|older|newer|(?:next|previous|prev)\ (?:article|story|post|page)|latest(?:\ (?:news|updates|stories|headlines))?|top\ stories|breaking(?:\ news)?|sections?|topics?|categories|tags?|archives?|all\ (?:news|sections|topics)|view\ (?:all|more|comments|gallery|slideshow|photos)|(?:show|see|load|view|read)\ (?:more|less|all(?:\ (?:of\ )?[\w&-]+(?:\ \w+)?)?)|(?:expand|collapse|toggle)(?:\ .{1,20})?|choose\ (?:a\ )?(?:language|edition|region)|(?:change\ )?(?:language|edition|region|location)|english|deutsch|français|español|русский|العربية|中文|українська|italiano|português|türkçe|polski
        |page\ \d+(?:\ of\ \d+)?|\d+\ of\ \d+|(?:opinion|world|politics|business|sports?|culture|arts|technology|science|health|travel|lifestyle|video|videos|photos|podcasts?|multimedia|weather|obituaries|classifieds|e-?paper|newsletters?|events|shop|store|live|tv|radio|games|crosswords?|puzzles|national|international|local|economy|magazine|style|food|education|environment|climate|entertainment|markets|money|opinions|analysis|features|investigations)(?:\W+(?:opinion|world|politics|business|sports?|culture|arts|technology|science|health|travel|lifestyle|video|videos|photos|podcasts?|multimedia|weather|tv|radio|economy|magazine|style|food|education|environment|climate|entertainment|markets|money|more|home|and|news|us|uk))*)""", 14, whole=True),
    _phrase("menu", "reading time", r"\d+\s*(?:-\s*)?(?:min(?:ute)?s?)(?:\ (?:read|to\ read|reading\ time|listen))?|reading\ time\W*\d+.{0,12}|estimated\ read.*|(?:listen|play|audio)\W*\(?\d+:\d\d\)?|\d+\ (?:views|reads|comments?)", 8, whole=True),
)  # fmt: skip
"""Asked in order; the first that fits gives the role."""

COMMENTS = re.compile(
    r"""^\W*(?:(?:leave|post|add|write|submit)\ (?:a|your)\ (?:comment|reply|response)s?.*
    |(?:view|show|see|read|hide|load)\ (?:all\ )?(?:the\ )?(?:\d+\ )?comments?(?:\ \(\d+\))?|(?:reader(?:s['’]?|['’]s)?\ )?comments?\W*(?:\(?\d*\)?|section|policy|closed)?
    |\d+\ (?:comments?|responses?|replies|thoughts)(?:\ (?:on|to)\b.*)?|(?:sort|order)(?:ed)?\ by\W.*|(?:your\ )?e-?mail\ address\ will\ not\ be\ published.*
    |(?:log|sign)\ in\ to\ (?:comment|leave|post|reply).*|comments\ are\ (?:closed|moderated|subject).*|join\ (?:the|our)\ (?:conversation|discussion|commenting\ (?:forum|community))|join\ .{2,30}\ conversations\b.{2,80}\breplies|discussion\ \(\d+\)|what\ readers\ (?:say|think))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The head of a comment form or of readers' comments."""

RELATED_HEAD = re.compile(
    r"""^\W*(?:(?:more\ )?related(?:\ (?:articles?|stor(?:y|ies)|posts?|news|content|links?|topics?|coverage|reading|items|video|videos|analysis|material))?
    |(?:read|see|more|watch)\ (?:also|next|more)(?:\ (?:on|about|from|in|stories|news|articles|coverage)\b.{0,60})?|also\ (?:read|see|on|in|worth\ reading)(?:\ .{0,40})?|more\ (?:on|from|in|about|stories|news|articles|coverage|headlines|like)\b.{0,60}|(?:you\ )?(?:may|might|may\ also)\ (?:also\ )?(?:like|be\ interested\ in|enjoy).{0,30}|you\ may\ have\ missed
    |(?:most|editors?['’]?s?)\ (?:read|popular|viewed|shared|commented|e-?mailed|watched|recent|picks?|choice)(?:\ .{0,30})?|recommended(?:\ (?:for\ you|stories|reading|articles|by.{0,20}))?|trending(?:\ (?:now|stories|news|topics|articles))?|popular(?:\ (?:now|posts|stories|articles|news|in\ .{0,30}))?|(?:our\ )?(?:top|must|other|latest|recent|featured|similar|further|suggested|what\ to)\ (?:picks|reads?|reading|stories|articles|news|posts|headlines|updates|next)(?:\ .{0,30})?
    |don['’]t\ miss|in\ (?:case\ you\ missed\ it|this\ (?:series|section|package))|keep\ reading|up\ next|from\ (?:the\ (?:web|archives?)|around\ the\ web|our\ partners)|around\ the\ web|sponsored\ stories|promoted\ stories|see\ more|what['’]s\ next|explore\ more|on\ this\ topic|deeper\ reading|our\ coverage|previous(?:ly)?(?:\ (?:on|in).{0,30})?|next\ article|top\ stories|latest\ (?:news|stories)|most\ read\ in\ .{2,30}
    |mehr\ zum\ thema|(?:lesen|sehen)\ sie\ (?:auch|mehr)|auch\ interessant|weitere\ (?:artikel|themen|beiträge)|verwandte\ (?:artikel|themen)|zum\ thema|meistgelesen|à\ lire\ (?:aussi|également)|(?:lire|voir)\ aussi|sur\ le\ même\ (?:sujet|thème)|les\ plus\ lus|leer?\ (?:más|también)|lea\ también|más\ sobre\ .{2,30}|noticias\ relacionadas|leggi\ anche|lees\ ook|читайте\ также|по\ теме|ещё\ по\ теме|самое\ читаемое)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A heading over links to other articles."""

RELATED_LINE = re.compile(
    r"""^\W*(?:read\ (?:also|more|next|the\ full\ story|this\ next)|also\ read|see\ also|see\ more|related(?:\ (?:article|story|coverage|news|video|post|content))?|more(?:\ (?:on|from)\ .{2,30})?|watch(?:\ (?:now|more|also|live|next))?|listen(?:\ to\ (?:this|more))?|recommended|don['’]t\ miss|in\ pictures|explainer|must\ read|further\ reading|opinion|from\ the\ archives?|read|video|photos|gallery|\[?related\]?)\s*(?::|»|>|\||—|→|-\s)\s*(?P<title>\S.{6,200})$""",
    re.IGNORECASE | re.VERBOSE,
)
"""One line that points to another article, with its title."""

ORIGIN = re.compile(
    r"""
      \b(?:this\ (?:article|story|text|piece|interview|commentary|report)?\ ?|it\ |the\ article\ )?(?:was\ |has\ been\ |is\ )?(?:originally|first)\ (?:published|appeared|ran|printed|posted)\ (?:in\ (?P<lang1>[A-Z][a-z]+)\ )?(?:in|by|on|at|with)\ (?:(?-i:the)\ )?(?P<in>[^,.;()]{2,60})
    | \b(?:re-?(?:printed|published|posted)|reproduced)\ (?:here\ )?(?:with\ (?:the\ )?(?:kind\ )?permission\ (?:of|from)|from|by\ permission\ of|courtesy\ of|by\ arrangement\ with)\ (?:(?-i:the)\ )?(?P<re>[^,.;()]{2,60})
    | \boriginal(?:\ (?:text|article|version|piece))?\ (?:was\ )?(?:first\ )?(?:published|appeared|ran|printed)\ (?:in|by|on|at)\ (?:(?-i:the)\ )?(?P<in2>[^,.;()]{2,60})
    | \btranslated\ (?:and\ \w+\ )?(?:from\ (?:the\ )?(?:original\ )?(?P<lang2>[A-Z][a-z]+))
    | \btranslation\ from\ (?:the\ )?(?P<lang3>[A-Z][a-z]+)
    | \b(?:published|appeared|available|article|text|version|original)\ (?:originally\ |first\ )?in\ (?:the\ )?(?P<lang4>Russian|German|French|Spanish|Ukrainian|Chinese|Arabic|Polish|Italian|Japanese|Turkish|Persian|Hebrew|Portuguese|Dutch|Korean|Czech|Hungarian|Swedish|Finnish)(?:\ (?:original|language|version))?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A note that says where the text comes from or which language it was written in."""


_NOTE = re.compile(
    r"^\W*(?:this|the|a|an|translated|translation|originally|first|re-?p\w+|it|reproduced|an?\s+\w+\s+version|\(?read)\b",
    re.IGNORECASE,
)
_NOTE_SUBJECT = re.compile(
    r"^\W*(?:this|the|an?|a\s+version\s+of\s+this)\s+(?:\w+\s+)?(?:article|story|text|piece|interview|commentary|column|essay|op-ed|report|version|post|it)\b"
    r"|^\W*(?:translat|originally|first\s+p|first\s+a|re-?p|reproduced|published\s+in)",
    re.IGNORECASE,
)


def says_origin(text: str) -> bool:
    """Say whether a text has a word that a note on its origin has: a cheap first look."""
    return bool(groups_in(text) & ORIGIN_WORDS)


def is_origin(text: str) -> bool:
    """Say whether a line is a note on where the text first appeared or what it was translated from.

    >>> is_origin("Translated from the Russian."), is_origin("The story was first told in Oslo.")
    (True, False)
    """
    return bool(
        says_origin(text) and _NOTE.match(text) and _NOTE_SUBJECT.match(text) and ORIGIN.search(text)
    )


@lru_cache(maxsize=8192)
def spoken(text: str) -> bool:
    """Say whether a row reports somebody's words; such a row is only boilerplate as a whole."""
    if groups_in(text) & VERBS and _SPOKEN.search(text.lower()):
        return True
    return bool(_QUOTED.search(text))


@lru_cache(maxsize=8192)
def phrase_of(text: str, words: int) -> Phrase | None:
    """Return the first phrase of the table that a row's words fit, None when none does.

    >>> phrase_of("Article continues after advertisement", 4).role
    'ad'
    >>> phrase_of("He told readers to sign up for the newsletter of the party.", 12) is None
    True
    """
    guarded: bool | None = None
    if words > 70:
        return None
    found = groups_in(text)
    low = text.lower()
    for phrase in PHRASES:
        if words > phrase.longest or not (found & phrase.needs):
            continue
        if not phrase.pattern.search(low):
            continue
        if not phrase.whole:
            if guarded is None:
                guarded = spoken(text)
            if guarded:
                continue
        return phrase
    return None


def said_twice(text: str) -> bool:
    """Say whether a line is the same words twice: a picture's text and the headline under it.

    >>> said_twice("Ministers meet in Oslo Ministers meet in Oslo"), said_twice("No, no, no, no")
    (True, False)
    """
    words = text.split()
    half, odd = divmod(len(words), 2)
    return not odd and half >= 4 and words[:half] == words[half:]

"""Articles that tell one happening join one story; those that tell another do not."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from detente.knowledge.word_counts import count_of, rarity, step_of
from detente.link.stories import (
    StoryIndex,
    Telling,
    meeting_keys,
    merge_stories,
    resolve,
    telling,
)
from detente.link.stories.index import CROWD, JOINS
from detente.link.stories.scoring import (
    RULED_OUT,
    UNDATED,
    WINDOW,
    Centroid,
    fit,
    likenesses,
    meetings_agree,
    why,
)
from detente.link.stories.telling import slug_terms, weighed
from detente.link.stories.words import STOPWORDS, names, stem, terms
from detente.records import StoryChange, When
from tests.factories import article_of
from tests.unit.query.factories import KERRY, LAVROV, extraction, meeting

BERLIN, MOSCOW = date(2013, 2, 26), date(2013, 5, 7)
KERRY_LAVROV = "kerry+lavrov"


def told(
    article: str,
    title: str,
    *sentences: str,
    day: date | None = BERLIN,
    url: str = "",
    meets: tuple[str, ...] = (),
) -> Telling:
    return telling(f"article:{article}", title, sentences, day=day, url=url, meets=meets)


def stories_of(*tellings: Telling) -> dict[str, str]:
    index = StoryIndex()
    return {found[0].article: found[0].story for found in index.assign(tellings)}


def groups(*tellings: Telling) -> set[frozenset[str]]:
    by_story: dict[str, set[str]] = {}
    for article, story in stories_of(*tellings).items():
        by_story.setdefault(story, set()).add(article.removeprefix("article:"))
    return {frozenset(group) for group in by_story.values()}


ADOPTION = (
    told("a1", "Russian lawmakers pass ban on adoptions by Americans"),
    told("a2", "Duma bans American adoptions of Russian orphans"),
    told("a3", "Ban on American adoptions of Russian children passes Duma"),
)
QUAKE = (
    told("q1", "Strong earthquake shakes western Iran near Saravan"),
    told("q2", "Earthquake near Saravan in Iran felt in Delhi"),
    told("q3", "Iran earthquake: Saravan hospitals on alert"),
)
SHARES = (
    told("s1", "Shares of Gazprom fall on fears for pipeline"),
    told("s2", "Gazprom shares fall as pipeline is put in doubt"),
)


class TestWords:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("talk", "talks"),
            ("meet", "meeting"),
            ("sanction", "sanctioned"),
            ("ministry", "ministries"),
            ("Kerry".lower(), "kerry's"),
            ("treaty", "treaties"),
            ("travel", "travelled"),
            ("plan", "planned"),
            ("vote", "voting"),
            ("quick", "quickly"),
            ("lawmaker", "lawmakers"),
            ("kerry’s", "kerry"),
        ],
    )
    def test_forms_of_one_word_have_one_stem(self, one: str, other: str) -> None:
        assert stem(one)[:4] == stem(other)[:4]

    @pytest.mark.parametrize(
        "word", ["us", "un", "g8", "nato", "as", "is", "the", "x", "ed", "ing", "é"]
    )
    def test_a_short_word_keeps_something(self, word: str) -> None:
        assert stem(word)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", []),
            ("The and of", []),
            ("U.S. and Russia", ["us", "russia"]),
            ("G-8 talks", ["g", "8", "talk"]),
            ("Kerry’s visit", ["kerry", "visit"]),
            ("Ein Gespräch in Köln", ["ein", "gespräch", "köln"]),
            ("Путин и Обама", ["путин", "и", "обама"]),
            ("... --- !!!", []),
            ("1,000 troops", ["1", "000", "troop"]),
            ("AT&T deal", ["at&t", "deal"]),
        ],
    )
    def test_terms(self, text: str, expected: list[str]) -> None:
        assert list(terms(text)) == expected

    def test_no_stop_word_is_a_term(self) -> None:
        assert not list(terms(" ".join(sorted(STOPWORDS))))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Talks began in Geneva.", ["@geneva"]),
            ("Kerry spoke. Lavrov listened.", []),
            ("He met Kerry, Lavrov and Hague.", ["@kerry", "@lavrov", "@hague"]),
            ("It cost 1,500 dollars.", ["@1500"]),
            ("He came on Monday with Mr Kerry.", ["@kerry"]),
            ("“Europe waits”, said Ms Example.", ["@example"]),
            ("The NATO-Russia Council met.", ["@nato", "@russia", "@council"]),
            ("Then Kerry’s plane left.", ["@kerry"]),
            ("", []),
        ],
    )
    def test_names(self, text: str, expected: list[str]) -> None:
        assert list(names(text)) == expected


class TestWeights:
    def test_a_rare_word_weighs_more_than_a_common_one(self) -> None:
        common, rare = (rarity(next(terms(word))) for word in ("government", "zzyzzx"))
        assert rare > 2 * common

    @pytest.mark.parametrize("count", [0, 1, 2, 3, 10, 77, 1_000, 30_000, 10**9])
    def test_a_count_comes_back_within_a_tenth(self, count: int) -> None:
        back = count_of(step_of(count))
        assert back == pytest.approx(min(count, 2**31.75), rel=0.1)

    @pytest.mark.parametrize("count", range(0, 5_000, 37))
    def test_steps_grow_with_counts(self, count: int) -> None:
        assert step_of(count) <= step_of(count + 37)

    def test_weights_are_of_unit_length_and_cut(self) -> None:
        weights = told("a", "Kerry Lavrov Hague Fabius Westerwelle Ban Brahimi Davutoglu meet").words
        assert math.fsum(weight**2 for weight in weights.values()) == pytest.approx(1)
        assert len(weighed(__import__("collections").Counter("abcdefgh"), 3)) == 3

    def test_nothing_weighs_nothing(self) -> None:
        empty = told("a", "")
        assert not empty.words
        assert not empty.names
        assert empty.brief

    @pytest.mark.parametrize(
        ("url", "expected"),
        [
            ("", []),
            ("http://example.org/", []),
            ("http://example.org/news/12345.html", []),
            ("http://example.org/2013/26/kerry-meets-lavrov-berlin.html", "kerry meet lavrov berlin"),
            (
                "http://example.org/kerry_meets_lavrov_in_berlin_today?id=5",
                "kerry meet lavrov berlin today",
            ),
            ("http://example.org/a-b-c-d", []),
            ("https://kerry-lavrov-meet-berlin.example.org/x", []),
            ("kerry-meets-lavrov-in-berlin", "kerry meet lavrov berlin"),
        ],
    )
    def test_slug(self, url: str, expected: str | list[str]) -> None:
        assert slug_terms(url) == (expected.split() if isinstance(expected, str) else expected)

    def test_an_address_adds_words_the_headline_lacks(self) -> None:
        url = "http://example.org/duma-bans-american-adoptions-of-orphans"
        assert {"duma", "adoption"} & set(told("a", "Lawmakers vote", url=url).words)


class TestJoining:
    def test_three_happenings_become_three_stories(self) -> None:
        assert groups(*ADOPTION, *QUAKE, *SHARES) == {
            frozenset({"a1", "a2", "a3"}),
            frozenset({"q1", "q2", "q3"}),
            frozenset({"s1", "s2"}),
        }

    def test_the_order_within_a_day_does_not_matter(self) -> None:
        tellings = (*ADOPTION, *QUAKE, *SHARES)
        assert stories_of(*tellings) == stories_of(*reversed(tellings))

    def test_an_earlier_day_comes_first(self) -> None:
        late = told("a0", "Duma bans adoptions by Americans", day=BERLIN + timedelta(days=1))
        found = stories_of(late, *ADOPTION)
        assert len(set(found.values())) == 1
        index = StoryIndex()
        first = next(iter(index.assign([late, *ADOPTION])))
        assert first[0].article == "article:a1"
        assert first[0].reason == "opens the story"

    def test_an_article_without_a_day_comes_last_and_fits_any_time(self) -> None:
        undated = told("0", "Duma bans American adoptions of Russian orphans", day=None)
        assert groups(undated, *ADOPTION) == {frozenset({"0", "a1", "a2", "a3"})}

    def test_nothing_in_common_opens_a_story(self) -> None:
        assert groups(told("1", "Kerry in Berlin"), told("2", "Volcano erupts")) == {
            frozenset("1"),
            frozenset("2"),
        }

    def test_empty_articles_are_each_their_own(self) -> None:
        assert groups(told("1", ""), told("2", ""), told("3", "the of and")) == {
            frozenset("1"),
            frozenset("2"),
            frozenset("3"),
        }

    def test_a_story_long_past_takes_no_more(self) -> None:
        again = told(
            "a9", "Duma bans American adoptions of Russian orphans", day=BERLIN + timedelta(90)
        )
        assert frozenset({"a9"}) in groups(*ADOPTION, again)

    def test_within_the_window_it_does(self) -> None:
        again = told("a9", "Duma bans American adoptions of Russian orphans", day=BERLIN + timedelta(3))
        assert frozenset({"a1", "a2", "a3", "a9"}) in groups(*ADOPTION, again)

    def test_other_meetings_of_the_same_people_are_another_story(self) -> None:
        title = "Kerry and Lavrov discuss Syria in first talks"
        one = told("b", title, meets=(f"{BERLIN}/Berlin/{KERRY_LAVROV}",))
        two = told("m", title, day=BERLIN + timedelta(9), meets=(f"2013-03-07/Moscow/{KERRY_LAVROV}",))
        assert groups(one, two) == {frozenset("b"), frozenset("m")}

    def test_the_same_meeting_brings_them_together(self) -> None:
        plain = ("Kerry and Lavrov meet", "Russia and US look for common ground on Syria")
        day = f"{BERLIN}/Berlin/{KERRY_LAVROV}"
        apart = fit(told("2", plain[1]), _story(told("1", plain[0])))
        joined = fit(told("2", plain[1], meets=(day,)), _story(told("1", plain[0], meets=(day,))))
        assert joined > apart

    def test_what_it_may_also_tell_is_kept_and_never_its_own(self) -> None:
        index = StoryIndex()
        found = [one for fits in index.assign((*ADOPTION, *QUAKE, *SHARES)) for one in fits]
        sure = {one.article: one.story for one in found if one.sure}
        assert len(sure) == 8
        assert all(one.story != sure[one.article] for one in found if not one.sure)
        assert all(0 <= one.score <= 1 for one in found)
        assert all(one.score < 0.5 for one in found if not one.sure)

    def test_the_reason_names_what_is_shared(self) -> None:
        reason = why(ADOPTION[1], _story(ADOPTION[0]))
        assert "adoption" in reason
        assert "the same days" in reason

    def test_the_reason_tells_days_apart_and_the_meeting(self) -> None:
        day = f"{BERLIN}/Berlin/{KERRY_LAVROV}"
        one = told("1", "Kerry in Berlin", meets=(day,))
        two = told("2", "Kerry in Berlin", day=BERLIN + timedelta(4), meets=(day,))
        assert "4 days apart" in why(two, _story(one))
        assert "tells the same meeting" in why(two, _story(one))

    def test_a_term_of_too_many_stories_finds_none(self) -> None:
        index = StoryIndex()
        for number in range(CROWD + 1):
            index.add(f"story:{number}", told(str(number), f"Syria w{number}x{number}y"))
        assert not index.rank(told("new", "Syria"))


class TestScore:
    @pytest.mark.parametrize(
        ("ours", "theirs", "expected"),
        [
            ("2013-02-26/Berlin/a+b", "2013-02-26/Berlin/a+b", 1),
            ("2013-02-26/Berlin/a+b", "2013-02-27/Berlin/a+b", 1),
            ("2013-02-26//a+b", "2013-02-26/Berlin/a+b", 1),
            ("2013-02-26/Berlin/a+b", "2013-02-26/Paris/a+b", 0),
            ("2013-02-26/Berlin/a+b", "2013-02-28/Berlin/a+b", 0),
            ("2013-02-26/Berlin/a+b", "2013-03-01/Berlin/a+b", 0),
            ("2013-02-26/Berlin/a+b", "2013-03-02/Berlin/a+b", -1),
            ("2013-02-26/Berlin/a+b", "2013-02-26/Berlin/a+c", 0),
            ("/Berlin/a+b", "2013-02-26/Berlin/a+b", 0),
            ("2013-02-26/Berlin/a+b", "//a+b", 0),
        ],
    )
    def test_meetings(self, ours: str, theirs: str, expected: int) -> None:
        assert meetings_agree((ours,), {theirs: 1}) == expected

    def test_one_common_meeting_outweighs_others(self) -> None:
        theirs = {"2013-02-26/Berlin/a+b": 1, "2013-05-07/Moscow/a+b": 1}
        assert meetings_agree(("2013-05-07/Moscow/a+b",), theirs) == 1

    def test_a_story_is_most_like_its_own_article(self) -> None:
        one = ADOPTION[0]
        same, other = likenesses(one, _story(one)), likenesses(one, _story(QUAKE[0]))
        assert same[0] == pytest.approx(1)
        assert same[0] > other[0]
        assert fit(one, _story(one)) > JOINS[True] > fit(one, _story(QUAKE[0]))

    def test_each_day_costs(self) -> None:
        scores = [
            fit(
                told("2", "Duma bans American adoptions", day=BERLIN + timedelta(days)),
                _story(ADOPTION[0]),
            )
            for days in (0, 1, 2, 5, WINDOW, WINDOW + 1)
        ]
        assert scores[0] == scores[1] > scores[2] > scores[3] > scores[4] > scores[5] == RULED_OUT

    def test_an_empty_story_fits_nothing(self) -> None:
        assert fit(ADOPTION[0], Centroid()) < JOINS[True]

    def test_a_large_story_is_pruned_and_still_of_its_kind(self) -> None:
        story = _story(*ADOPTION)
        for number in range(200):
            story.add(told(f"x{number}", f"Duma adoptions w{number}q v{number}q u{number}q t{number}q"))
        assert len(story.sums["words"]) <= 400 + 60
        assert story.unit("words")["duma"] == max(story.unit("words").values())


class TestRepair:
    def test_two_beginnings_of_one_story_are_merged(self) -> None:
        index = StoryIndex()
        for number, story in enumerate(("one", "two")):
            for again in range(3):
                index.add(f"story:{story}", told(f"{number}{again}", ADOPTION[again].article, url=""))
                index.add(f"story:{story}", ADOPTION[again])
        index.add("story:quake", QUAKE[0])
        changes = merge_stories(index, list(index.stories))
        assert len(changes) == 1
        assert changes[0].what == "merged"
        assert set(index.stories) == {changes[0].into, "story:quake"}
        assert index.stories[changes[0].into].size == 12

    def test_a_merged_story_is_still_found(self) -> None:
        index = StoryIndex()
        index.add("story:1", ADOPTION[0])
        index.add("story:2", ADOPTION[1])
        index.merge("story:1", "story:2")
        assert index.place(ADOPTION[2])[0].story == "story:1"

    def test_an_id_redirects_through_every_merge(self) -> None:
        log = [
            StoryChange("merged", "s1", "s2"),
            StoryChange("opened", "s4", "a"),
            StoryChange("merged", "s2", "s3"),
        ]
        assert [resolve(story, log) for story in ("s1", "s2", "s3", "s4")] == ["s3", "s3", "s3", "s4"]

    def test_closed_stories_are_forgotten(self) -> None:
        index = StoryIndex()
        list(index.assign(ADOPTION))
        assert index.close(BERLIN + timedelta(WINDOW)) == []
        assert len(index.close(BERLIN + timedelta(WINDOW + 1))) == 1
        assert not index.stories
        assert not index.rank(ADOPTION[0])

    def test_a_story_without_a_day_stays_open(self) -> None:
        index = StoryIndex()
        index.place(told("1", "Kerry in Berlin", day=None))
        assert index.close(date(2099, 1, 1)) == []


def _story(*tellings: Telling) -> Centroid:
    story = Centroid()
    for one in tellings:
        story.add(one)
    return story


@pytest.mark.parametrize(
    ("story_day", "day", "cost"),
    [(BERLIN, BERLIN, 0.0), (None, None, 0.0), (BERLIN, None, UNDATED), (None, BERLIN, UNDATED)],
    ids=["one day", "no days", "the article has none", "the story has none"],
)
def test_where_only_one_has_a_day_more_must_be_shared(
    story_day: date | None, day: date | None, cost: float
) -> None:
    """The same words a month apart are two happenings: likeness alone must make up for the day."""
    rice = "Ministers of Chad and Niger talk about rice", "They met by the river.", "Rice is dear."
    story, same = Centroid(), Centroid()
    story.add(told("one", *rice, day=story_day))
    same.add(told("one", *rice, day=BERLIN))
    usual = fit(told("two", *rice, day=BERLIN), same)
    assert fit(told("two", *rice, day=day), story) == pytest.approx(usual - cost)


MET_ON = When.day(BERLIN)
NEWS_OF = [
    ("the day itself", BERLIN, BERLIN, True),
    ("the day after", BERLIN + timedelta(1), BERLIN + timedelta(1), True),
    ("long after", BERLIN + timedelta(9), BERLIN + timedelta(9), False),
    ("long before", BERLIN - timedelta(9), BERLIN - timedelta(9), False),
    ("within some days", BERLIN - timedelta(4), BERLIN + timedelta(4), True),
    ("only the first possible day is known", BERLIN, None, False),
    ("no day is known", None, None, True),
]


@pytest.mark.parametrize(
    ("day", "until", "counts"), [r[1:] for r in NEWS_OF], ids=[r[0] for r in NEWS_OF]
)
def test_a_meeting_is_told_as_news_on_its_days_only(
    day: date | None, until: date | None, counts: bool
) -> None:
    row = meeting(extraction(article_of("They met.")), "They met", KERRY, LAVROV, date=MET_ON)
    found = meeting_keys([row], day, until)
    assert bool(found) is counts
    assert all(key.startswith(f"{BERLIN}/") for key in found)

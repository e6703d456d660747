# ruff: noqa: E501 (one line is one case)
"""What leans a pronoun or a phrase to somebody: one line is one case, "date | text | words = name".

Of words that stand more than once in a text the last one is asked. `-` is nobody. A slash parts
paragraphs. Each rule has a case in which it must not act.
"""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from tests.factories import parse_of
from tests.unit.extract.naming import cast_of

PRONOUNS = """
# the subject of words told, where nobody spoke before
2013-05-01 | Tomas Lund wept before the cameras. / Emil Rao protested strongly, he told reporters. | he = Emil Rao
2013-05-01 | Tomas Lund said little. / Emil Rao, he said, was patient. | he = Tomas Lund
2013-05-01 | Tomas Lund mocked the visitor: Emil Rao had slept, he said. | he = Tomas Lund
2013-05-01 | His aide, Tomas Lund, was harsh: letting Emil Rao leave the port, he said, was a mistake. | he = Tomas Lund
# who told last speaks on
2013-05-01 | Tomas Lund said in a letter that Emil Rao was playing to the voters. "Let him show the proof," he wrote. | he = Tomas Lund
# a clause with who that ends the sentence
2013-05-01 | Emil Rao was received by the mayor and had talks with Tomas Lund, who writes poems. He sang at the table. | He = Tomas Lund
2013-05-01 | Emil Rao had talks with the mayor, who writes poems. He sang at the table. | He = Emil Rao
# no Greek has a Greek colleague
2000-01-20 | George Papandreou had talks with Bulent Ecevit. He would like to see his Greek colleague soon. | He = Bulent Ecevit
2000-01-20 | George Papandreou had talks with Bulent Ecevit. He would like to see his Turkish colleague soon. | He = George Papandreou
# beside somebody
2010-08-10 | Hugo Chávez promised to pay. At his side sat Tomas Lund, the mediator. | his = Hugo Chavez
2010-08-10 | Hugo Chávez promised to pay. In his report Tomas Lund was silent. | his = Tomas Lund
# an aide of somebody
2010-08-10 | A visit by Juan Manuel Santos to Caracas is not planned yet. An aide says that he will go. | he = Juan Manuel Santos
2010-08-10 | Juan Manuel Santos was silent. A driver says that he will go. | he = -
# a deed is told of somebody
2015-08-23 | William Hague had left. He gave no reason. / Things thawed after Hassan Rouhani's election in June 2013. David Cameron met him in New York. | him = Hassan Rouhani
# who is asked answers
2023-04-07 | King Salman has invited Ebrahim Raisi to Riyadh. He will go, but not soon. | He = Ebrahim Raisi
2023-04-07 | King Salman has invited Ebrahim Raisi to Riyadh. He sent the letter himself. | He = Salman
# and he
2000-07-20 | Ehud Barak goes home. His deputy, Tomas Lund, refused to accompany him to Oslo, and he survived a vote of no confidence. | he = Ehud Barak
2000-07-20 | Ehud Barak goes home. His deputy, Tomas Lund, refused to go, and he survived a vote. | he = Tomas Lund
# whom a speaker not yet named talks of
2013-11-27 | Emil Rao came home on Monday. Emil Rao slept. Emil Rao rested. / The ministry praised Tomas Lund. / "He is tired," said Ada Quist, a teacher. | He = Emil Rao
2013-11-27 | The ministry praised Tomas Lund. / "He is tired," said Ada Quist, a teacher. | He = Tomas Lund
# whom somebody is expected to do something
2015-01-23 | Emil Rao said nothing. His brother, Tomas Lund, is awaited; diplomats expect him to ask for more. | him = Tomas Lund
# the object in the clause of the subject
2002-09-17 | At the session Tomas Lund was silent, and Emil Marsh, an aide who had accompanied Anton Vale, advised him to sign nothing. | him = Anton Vale
# his counterpart: whose he is stands in the sentence
2023-04-06 | Qin Gang stood there. It was the first meeting of Faisal bin Farhan with his Iranian counterpart in years. | his = Faisal bin Farhan
"""

PHRASES = """
2023-04-06 | Saudi Arabia has time. It was the first trip of the kingdom's top diplomat. | the kingdom's top diplomat = Faisal bin Farhan
2023-04-06 | Saudi Arabia and Jordan have time. It was the first trip of the kingdom's foreign minister. | the kingdom's foreign minister = -
2013-02-26 | In Georgia nobody slept. The country's president stayed in his office. | The country's president = Mikheil Saakashvili
2013-02-26 | Nobody slept. The country's president stayed in his office. | The country's president = -
2017-07-01 | Qatar has time. The emirate's foreign minister was calm. | The emirate's foreign minister = Mohammed bin Abdulrahman Al Thani
2013-02-26 | Emil Rao, the Labour leader, was silent. Anton Vale demanded an answer. The Conservative leader had joined him before. | The Conservative leader = Anton Vale
2013-02-26 | Vladimir Putin was silent. The Communist leader was not. | The Communist leader = -
2010-08-10 | Álvaro Uribe went further. Hugo Chávez broke off relations. Juan Manuel Santos called his neighbor. | his neighbor = Hugo Chavez
2010-08-10 | Tomas Lund sang. Hugo Chávez heard his neighbor. Ada Quist called her neighbor. | her neighbor = -
2020-03-02 | The treasury secretary wanted it signed. / Steven Mnuchin, the treasury secretary, saw the ministers. | The treasury secretary = Steven Mnuchin
1998-10-26 | Eduardo Ferrero, the foreign minister of Peru, has resigned. José Ayala Lasso, the foreign minister of Ecuador, was there. The stones would be set, said the foreign minister. | the foreign minister = Jose Ayala Lasso
2015-01-23 | Josefina Rial did not like it. The head of the delegation told reporters so. | The head = Josefina Rial
2015-01-23 | Josefina Rial did not like it, nor did Tomas Lund. The head of the delegation told reporters so. | The head = -
2015-01-23 | Josefina Rial did not like it. Reporters asked the head of the delegation. | the head = -
2015-01-23 | Barack Obama did not like it. The head of the delegation told reporters so. | The head = -
2013-02-26 | The president's wife, Ana Lund, was there. | The president = -
2018-04-27 | The northern side brought his chief of staff, Im Jong-seok. | his chief of staff = Im Jong-seok
"""

GROUPS = """
2020-03-02 | Hailemariam Desalegn had gone. Last October Abdel Fattah el-Sisi met Abiy Ahmed, Hailemariam's successor, in Sochi, and the two agreed to talk. | the two = Abdel Fattah el-Sisi and Abiy Ahmed
2013-02-26 | John Kerry spoke with Sergei Lavrov in Berlin, and the two agreed to talk. | the two = John Kerry and Sergei Lavrov
1998-10-26 | Alberto Fujimori and Jamil Mahuad signed. It rained. It rained. It rained. It rained. It rained. It rained. It rained. Both leaders had been in Washington. | Both leaders = Alberto Fujimori and Jamil Mahuad
2010-08-10 | Juan Manuel Santos embraced Hugo Chávez. At the table sat Emil Rao, the mediator, who had brought the two together. | the two = Juan Manuel Santos and Hugo Chavez
"""


def lines(table: str) -> list[object]:
    """Return the parameters (date, text, words, name) of a table."""
    found: list[object] = []
    for line in table.strip().splitlines():
        if line.startswith("#"):
            continue
        day, text, asked = (part.strip() for part in line.split(" | "))
        words, _, name = asked.partition(" = ")
        found.append(pytest.param(date.fromisoformat(day), text, words, name, id=text[-80:]))
    return found


def last_meant(cast, words: str) -> str:
    """Return whom the last mention of these words that is a pronoun or phrase means; - for nobody."""
    named = [
        n for n in cast.named if n.mention.text == words and n.mention.form in ("pronoun", "office")
    ]
    if not named:
        return "-"
    last = named[-1]
    return " and ".join(m.name for m in last.members) or (last.actor.name if last.actor else "-")


@pytest.mark.parametrize(("day", "text", "words", "name"), lines(PRONOUNS))
def test_pronouns_lean(day, text, words, name):
    assert last_meant(cast_of(text, day), words) == name


@pytest.mark.parametrize(("day", "text", "words", "name"), lines(PHRASES))
def test_phrases_lean(day, text, words, name):
    cast = cast_of(text, day)
    found = [n for n in cast.named if n.mention.text.startswith(words) and n.mention.form == "office"]
    assert (found[-1].actor.name if found and found[-1].actor else "-") == name


@pytest.mark.parametrize(("day", "text", "words", "name"), lines(GROUPS))
def test_groups_lean(day, text, words, name):
    assert last_meant(cast_of(text, day), words) == name


HEADINGS = [
    ("Indonesian President names six steps", "Indonesian President", "Susilo Bambang Yudhoyono"),
    ("Indonesian President's letter arrives", "Indonesian President", "Susilo Bambang Yudhoyono"),
    ("PM's letter opens a door", "PM", "Tony Abbott"),
    ("Ruritanian President names six steps", "Ruritanian President", "-"),
    ("Six steps and an Indonesian President", "an Indonesian President", "-"),
    ("Indonesian President Joko Widodo names six steps", "Indonesian President", "-"),
]


@pytest.mark.parametrize(("title", "words", "name"), HEADINGS)
def test_offices_without_an_article_in_a_heading(title, words, name):
    body = "Prime Minister Tony Abbott wrote to Jakarta. It rained."
    parse = parse_of(("title", title), body, published=date(2013, 11, 27))
    cast = find_mentions(parse, registry())
    found = [n for n in cast.named if n.mention.form == "office" and n.mention.text == words]
    assert (found[0].actor.name if found and found[0].actor else "-") == name


@pytest.mark.parametrize(
    ("title", "body", "words", "name"),
    [
        pytest.param(
            "Tomas Lund receives Emil Rao",
            "Anton Vale built this house. On Tuesday two men who like it spent an hour there.",
            "two men",
            "Tomas Lund and Emil Rao",
            id="two-of-the-title",
        ),
        pytest.param(
            "Tomas Lund receives guests",
            "On Tuesday two men who like it spent an hour there.",
            "two men",
            "-",
            id="one-of-the-title",
        ),
        pytest.param(
            "Ada Quist receives Emil Rao",
            "On Tuesday two men who like it spent an hour there.",
            "two men",
            "-",
            id="a-woman-is-no-man",
        ),
    ],
)
def test_two_men_of_a_lead(title, body, words, name):
    parse = parse_of(("title", title), body, published=date(2013, 11, 27))
    assert last_meant(find_mentions(parse, registry()), words) == name

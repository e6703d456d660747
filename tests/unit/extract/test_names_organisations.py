# ruff: noqa: E501 (one line is one case)
"""Organisations and bodies: of the registry, of the article alone, and teams on sports pages."""

from __future__ import annotations

import pytest

from tests.unit.extract.naming import cases, cast_of, check

KNOWN = """
The G-8 will discuss it. | G-8 = organisation:g8
The G8 will discuss it. | G8 = organisation:g8
The Group of Eight will discuss it. | Group of Eight = organisation:g8
The G-20 will discuss it. | G-20 = organisation:g20
The Group of 20 will discuss it. | Group of 20 = organisation:g20
NATO will discuss it. | NATO = organisation:nato
The OSCE will discuss it. | OSCE = organisation:osce
The European Union will discuss it. | European Union = organisation:eu
The EU will discuss it. | EU = organisation:eu
The United Nations will discuss it. | United Nations = organisation:un
The U.N. will discuss it. | U.N. = organisation:un
The UN will discuss it. | UN = organisation:un
The UN Security Council will discuss it. | UN Security Council = organisation:unsc
The U.N. Security Council will discuss it. | U.N. Security Council = organisation:unsc
The United Nations Security Council met. | United Nations Security Council = organisation:unsc
The Security Council will discuss it. | Security Council = organisation:unsc
The Arab League will discuss it. | Arab League = organisation:arab-league
The IAEA will discuss it. | IAEA = organisation:iaea
The OPCW will discuss it. | OPCW = organisation:opcw
The NATO-Russia Council met. | NATO-Russia Council = organisation:nato-russia-council
Interfax reported it first. | Interfax = body:rus-interfax
Kommersant reported it first. | Kommersant = body:rus-kommersant
Izvestia reported it first. | Izvestia = body:rus-izvestia
The State Duma passed the bill. | State Duma = body:rus-state-duma
The Duma passed the bill. | Duma = body:rus-state-duma
The Federation Council passed the bill. | Federation Council = body:rus-federation-council
The State Department passed it on. | State Department = body:usa-state-department
The U.S. State Department passed it on. | U.S. State Department = body:usa-state-department
The Pentagon passed it on. | Pentagon = body:usa-defence-department
The U.S. Senate passed the bill. | U.S. Senate = body:usa-senate
The House of Representatives passed it. | House of Representatives = body:usa-house
The U.S. Congress passed the bill. | U.S. Congress = body:usa-congress
The U.S. government was told. | U.S. government = body:usa-government
The Syrian government was told. | Syrian government = body:syr-government
The Assad regime was told. | Assad regime = body:syr-government
The Obama administration was told. | Obama administration = body:usa-government
The government of Ukraine was told. | government of Ukraine = body:ukr-government
Turkey's Foreign Ministry was told. | Foreign Ministry = body:tur-foreign-ministry
The Turkish Foreign Ministry was told. | Turkish Foreign Ministry = body:tur-foreign-ministry
The Turkish foreign ministry was told. | Turkish foreign ministry = body:tur-foreign-ministry
The Egyptian defence ministry was told. | Egyptian defence ministry = body:egy-defence-ministry
The Chilean interior ministry was told. | Chilean interior ministry = body:chl-interior-ministry
The Peruvian parliament was told. | Peruvian parliament = body:per-parliament
The Peruvian central bank was told. | Peruvian central bank = body:per-central-bank
The Peruvian supreme court was told. | Peruvian supreme court = body:per-supreme-court
The Peruvian armed forces were told. | Peruvian armed forces = body:per-military
The Peruvian embassy was told. | Peruvian embassy = body:per-embassy
Britain's embassy was told. | Britain's embassy = body:gbr-embassy
The ambassador was called to the Foreign Ministry in Peru. | Foreign Ministry = body
In Peru the ambassador was called to the Foreign Ministry. | Foreign Ministry = body:per-foreign-ministry
From Lima he was called to the Foreign Ministry. | Foreign Ministry = body:per-foreign-ministry
"""

LOCAL = """
The Peace Studies Institute agreed. | Peace Studies Institute = organisation!
The Moscow Larch Group agreed. | Moscow Larch Group = organisation! | Moscow = -
The Russian Council for Forests agreed. | Russian Council for Forests = organisation!
The Institute of Larch Studies agreed. | Institute of Larch Studies = organisation!
The Center for Larch Technologies agreed. | Center for Larch Technologies = organisation!
The Larch Centre for Foreign Policy agreed. | Larch Centre for Foreign Policy = organisation!
The Larch Forum on Security agreed. | Larch Forum on Security = organisation!
Larch University agreed. | Larch University = organisation!
The University of Larch agreed. | University of Larch = organisation!
The Larch National Bank agreed. | Larch National Bank = organisation!
The Larch Workers' Union agreed. | Union = -
The Larch Party agreed. | Larch Party = organisation!
The Larch Liberation Front agreed. | Larch Liberation Front = organisation!
The Larch Development Fund agreed. | Larch Development Fund = organisation!
The Larch Space Agency agreed. | Larch Space Agency = organisation!
The Larch Research Foundation agreed. | Larch Research Foundation = organisation!
The Larch Trade Commission agreed. | Larch Trade Commission = organisation!
The Larch Football Federation agreed. | Larch Football Federation = organisation!
The Larch Journalists Association agreed. | Larch Journalists Association = organisation!
The Larch Monitoring Project agreed. | Larch Monitoring Project = organisation!
Larch Motors Inc. agreed. | Larch Motors Inc. = organisation!
Larch Oil Co. agreed. | Larch Oil Co. = organisation!
Larch Holdings plc agreed. | Larch = -
Larch Airlines agreed. | Larch Airlines = organisation!
The Turkish Larch Union Party won. | Turkish Larch Union Party = organisation!
The news agency Vestnikov reported it. | Vestnikov = organisation!
The newspaper Vestnikov reported it. | Vestnikov = organisation!
Her organisation, Lantern Aid, advises conscripts. | Lantern Aid = organisation!
He read it on Twitter. | Twitter = organisation!
"""

SCORES = """
SOCCER - LEAGUE RESULTS / Leeds 2 Sheffield 0 / Coventry 1 Everton 1 | Leeds = organisation | Sheffield = organisation
SOCCER - LEAGUE RESULTS / Division one / Doncaster 4 1 1 2 4 5 4 / Brighton 4 0 2 2 3 5 2 | Doncaster = organisation | Brighton = organisation
BASEBALL - LEAGUE STANDINGS / BOSTON 69 65 .515 / TORONTO 63 71 .470 | BOSTON = organisation | TORONTO = organisation
BASEBALL - LEAGUE SCHEDULE / BOSTON AT OAKLAND / CHICAGO AT DENVER | BOSTON = organisation | OAKLAND = ~
Leeds beat Sheffield 2-0 in the league on Saturday. The coach was happy. | Leeds = organisation | Sheffield = organisation
Cleveland defeated Boston 7-4 in the last match of the season. The coach smiled. | Cleveland = organisation | Boston = organisation
The match was played in Cleveland. Boston won 7-4, the best score of the season. | Cleveland = ~ | Boston = organisation
England beat Moldova 3-0 in the World Cup qualifier. The coach smiled. | England = ~ | Moldova = state:MDA
France beat Peru 1-0 in the tournament. The coach smiled. | France = state:FRA | Peru = state:PER
ATHLETICS RESULTS OF THE MATCH / 1. Ana Ruizova ( Spain ) 15:05.21 / 2. Zorka Milnik ( Peru ) 15:06.33 | Zorka Milnik = person!
Leeds rejected the plan. The council met in Sheffield. | Leeds = ~ | Sheffield = ~
"""


@pytest.mark.parametrize(("text", "wanted"), cases(KNOWN))
def test_organisations_and_bodies_of_the_registry(
    text: str, wanted: tuple[tuple[str, str], ...]
) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(LOCAL))
def test_organisations_of_the_article_alone(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(SCORES))
def test_teams_of_sports_pages(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    check(text, wanted)


def test_an_organisation_of_the_article_keeps_one_actor() -> None:
    cast = cast_of("The Larch Party agreed. Later the Larch Party met again.")
    found = {named.actor for named in cast.named if named.mention.text == "Larch Party"}
    assert len(found) == 1

"""Nouns of the parties of acts: who can act for a state, what it acts through, what it cannot be."""

from __future__ import annotations

from detente.extract.voice import word_set

PARTS = word_set(
    """
    couple crowd dozen group half handful hundred lot majority member million most number quarter
    score some ten third thousand
    """
)
"""Nouns that count those who act: "thousands of"."""
ABSTRACT = word_set(
    """
    act action agreement attempt ban behavior behaviour border conflict constitution counterpart
    crisis deal decision dialogue diplomacy economy effort election history interest issue law
    legislation media meeting move opinion plan policy politics position proposal public
    recognition relation relationship report reset role sanction society statement summit support
    system talk tension territory tie treaty view visit war
    """
)
"""What belongs to a state and does nothing by itself."""
BODIES = word_set(
    """
    attache missionary crew sailor pilot servicemen serviceman personnel negotiator investigator
    activist administration agency air albanian ambassador army authority bank bishop bomber boy
    business businessman capital chief child christian church citizen civilian commander committee
    communist company congress council country court croat crowd delegation demonstrator deputy
    detainee diplomat dissident doctor driver embassy employee envoy family farmer fighter force
    general girl government group guerrilla gunman helicopter hostage immigrant industry inspector
    insurgent islamist jet jew journalist judge king kurd lawmaker lawyer leader man member
    militant militia miner minister ministry missile monk muslim nation navy newspaper observer
    office official opposition organisation organization palestinian paper parliament party
    peacekeeper people plane police policeman premier president priest prince prisoner prosecutor
    protester queen rebel refugee regime relative reporter resident secretary senate senator
    separatist serb settler shiite ship side soldier spokesman spokeswoman staff state student
    sunni tank teacher team terrorist troop troops trucker union victim villager warplane warship
    woman worker youth
    """
)
"""People and bodies that act, or on whom one acts."""
WEAPONS = word_set(
    "bomb bombing blast explosion device mine rocket shell attack minefield grenade gunfire missile"
)
"""What strikes where nobody says whose it was."""
PEOPLES = word_set(
    """
    albanian arab armenian azeri berber catalan chechen christian croat druze hutu jew karen kurd
    maronite muslim moslem ossetian pashtun rohingya roma russian serb shiite sikh slav sunni tamil
    tatar tutsi turk turkmen uighur uyghur uzbek
    albanians arabs armenians azeris berbers catalans chechens christians croats hutus jews kurds
    maronites muslims moslems ossetians pashtuns russians serbs shiites sikhs slavs sunnis tamils
    tatars tutsis turks turkmens uighurs uyghurs uzbeks
    """
)
"""Peoples who live in several states: the word before ("Iraqi Kurds") or the place says in which."""

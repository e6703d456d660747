"""Pairs of names: spellings of one person's name, and names of two.

Real names of public persons in the spellings newspapers print, Cyrillic and Arabic ones by several
rules; the negatives are people whom a loose comparison takes for each other.
"""

from __future__ import annotations

_SAME = """
russian: Sergei Lavrov = Sergey Lavrov; Sergei Lavrov = Sergej Lawrow; Sergei Lavrov = Сергей Лавров
russian: Fyodor Lukyanov = Fedor Lukianov; Fyodor Lukyanov = Фёдор Лукьянов
russian: Fyodor Lukyanov = Фёдор Лукьянов
russian: Alexei Pushkov = Aleksey Pushkov; Alexei Pushkov = Алексей Пушков
russian: Alexey Pushkov = Aleksei Pushkov
russian: Dmitry Medvedev = Dmitri Medvedev; Dmitry Medvedev = Dmitriy Medvedev
russian: Dmitry Medvedev = Дмитрий Медведев
russian: Vladimir Putin = Владимир Путин; Vladimir Putin = Wladimir Putin
russian: Vladimir Putin = Vladimir Poutine
russian: Mikhail Gorbachev = Mikhail Gorbachyov; Mikhail Gorbachev = Michail Gorbatschow
russian: Mikhail Gorbachev = Михаил Горбачёв
russian: Boris Yeltsin = Boris Eltsin; Boris Yeltsin = Борис Ельцин; Boris Yeltsin = Boris Jelzin
russian: Yevgeny Primakov = Evgeny Primakov; Yevgeny Primakov = Yevgeni Primakov
russian: Yevgeny Primakov = Евгений Примаков
russian: Gennady Zyuganov = Gennadi Ziuganov; Gennady Zyuganov = Геннадий Зюганов
russian: Gennady Zyuganov = Gennadiy Zyuganov
russian: Vladimir Zhirinovsky = Vladimir Zhirinovskiy; Vladimir Zhirinovsky = Владимир Жириновский
russian: Nikita Khrushchev = Nikita Khrushchov; Nikita Khrushchev = Никита Хрущёв
russian: Nikita Khrushchev = Nikita Chruschtschow
russian: Sergei Shoigu = Sergey Shoygu; Sergei Shoigu = Сергей Шойгу; Sergei Shoigu = Sergej Schoigu
russian: Maria Zakharova = Мария Захарова; Maria Zakharova = Mariya Zakharova
russian: Maria Zakharova = Maria Sacharowa
russian: Alexander Lukashevich = Aleksandr Lukashevich; Alexander Lukashevich = Александр Лукашевич
russian: Yuri Ushakov = Yury Ushakov; Yuri Ushakov = Yuriy Ushakov; Yuri Ushakov = Юрий Ушаков
russian: Valentina Matviyenko = Valentina Matvienko; Valentina Matviyenko = Валентина Матвиенко
russian: Vitaly Churkin = Vitali Churkin; Vitaly Churkin = Виталий Чуркин
russian: Vitaly Churkin = Vitaliy Churkin
russian: Sergei Ryabkov = Sergey Riabkov; Sergei Ryabkov = Сергей Рябков
russian: Anatoly Antonov = Anatoliy Antonov
russian: Konstantin Kosachyov = Konstantin Kosachev; Konstantin Kosachyov = Константин Косачёв
russian: Anatoly Chubais = Anatoliy Chubays; Alexei Navalny = Alexey Navalny
russian: Alexei Navalny = Алексей Навальный
russian: Mikhail Khodorkovsky = Mikhail Khodorkovskiy; Mikhail Khodorkovsky = Михаил Ходорковский
russian: Lyudmila Alexeyeva = Ludmila Alekseeva; Lyudmila Alexeyeva = Людмила Алексеева
russian: Lyudmila Alexeyeva = Liudmila Alexeeva
russian: Aleksandr Solzhenitsyn = Alexander Solzhenitsyn; Dmitri Rogozin = Dmitry Rogozin
russian: Igor Sechin = Игорь Сечин
russian: Andrei Kozyrev = Andrey Kozyrev; Andrei Kozyrev = Андрей Козырев
russian: Pyotr Stegny = Petr Stegny
russian: Viktor Chernomyrdin = Victor Chernomyrdin; Viktor Chernomyrdin = Виктор Черномырдин
russian: Semyon Vainshtok = Semen Vainshtok
patronymic: Vladimir Vladimirovich Putin = Vladimir Putin; Sergei Viktorovich Lavrov = Sergei Lavrov
patronymic: Dmitry Anatolyevich Medvedev = Dmitry Medvedev
patronymic: Владимир Владимирович Путин = Vladimir Putin
patronymic: Putin, Vladimir Vladimirovich = Vladimir Putin; Lavrov, Sergei = Sergei Lavrov
patronymic: Kerry, John = John Kerry
ukrainian: Volodymyr Zelensky = Volodymyr Zelenskyy; Volodymyr Zelensky = Volodymyr Zelenskiy
ukrainian: Volodymyr Zelensky = Володимир Зеленський
ukrainian: Petro Poroshenko = Петро Порошенко; Andrii Yermak = Andriy Yermak
ukrainian: Andrii Sybiha = Andriy Sybiha
ukrainian: Oleksii Reznikov = Oleksiy Reznikov; Oleksandr Turchynov = Олександр Турчинов
ukrainian: Yulia Tymoshenko = Yuliya Tymoshenko
ukrainian: Yulia Tymoshenko = Юлія Тимошенко; Viktor Yanukovych = Victor Yanukovich
ukrainian: Viktor Yanukovych = Віктор Янукович
ukrainian: Dmytro Kuleba = Дмитро Кулеба; Serhiy Kyslytsya = Sergiy Kyslytsia
ukrainian: Arseniy Yatsenyuk = Arseni Yatseniuk
ukrainian: Volodymyr Zelensky = Vladimir Zelensky; Oleksandr Lukashenko = Alexander Lukashenko
ukrainian: Mykola Azarov = Nikolai Azarov
ukrainian: Serhiy Lavrov = Sergei Lavrov; Andriy Melnyk = Andrei Melnik
ukrainian: Pavlo Klimkin = Pavel Klimkin
belarusian: Alexander Lukashenko = Aleksandr Lukashenko
belarusian: Alexander Lukashenko = Alyaksandr Lukashenka; Alexander Lukashenko = Аляксандр Лукашэнка
belarusian: Svetlana Tikhanovskaya = Sviatlana Tsikhanouskaya; Vladimir Makei = Uladzimir Makei
arabic: Bashar al-Assad = Bashar Assad; Bashar al-Assad = Bashar el-Assad
arabic: Bashar al-Assad = Bashar Al Assad; Bashar al-Assad = Bachar el-Assad
arabic: Mohammed Morsi = Mohamed Mursi; Mohammed Morsi = Muhammad Morsi
arabic: Mohamed ElBaradei = Mohamed El Baradei
arabic: Abdel Fattah el-Sisi = Abdel-Fattah al-Sisi; Abdel Fattah el-Sisi = Abdelfattah al-Sissi
arabic: Abdel Fattah el-Sisi = Abd al-Fattah al-Sisi
arabic: Muammar Gaddafi = Moammar Gadhafi; Muammar Gaddafi = Muammar Qaddafi
arabic: Muammar Gaddafi = Mouammar Kadhafi; Muammar Gaddafi = Muammar al-Gaddafi
arabic: Osama bin Laden = Usama bin Ladin; Osama bin Laden = Osama Bin Laden
arabic: Saddam Hussein = Saddam Husayn
arabic: Nouri al-Maliki = Nuri al-Maliki; Nouri al-Maliki = Nouri Maliki
arabic: Walid al-Moallem = Walid Muallem; Walid al-Moallem = Walid al-Muallim
arabic: Lakhdar Brahimi = Lakhdar al-Brahimi; Yasser Arafat = Yasir Arafat
arabic: Hosni Mubarak = Husni Mubarak
arabic: Mahmoud Abbas = Mahmud Abbas; Hassan Nasrallah = Hasan Nasrallah
arabic: Ayman al-Zawahiri = Ayman Zawahiri
arabic: Farouk al-Sharaa = Faruq al-Sharaa; Faisal Mekdad = Faysal Mekdad
arabic: Moqtada al-Sadr = Muqtada al-Sadr
arabic: Mohammed bin Salman = Mohammad bin Salman; Mohammed bin Salman = Muhammad bin Salman
arabic: Ahmed al-Sharaa = Ahmad al-Sharaa
arabic: Adel al-Jubeir = Adel Al-Jubeir; Khalid bin Salman = Khaled bin Salman
arabic: Abdullah Gul = Abdullah Gül
persian: Mahmoud Ahmadinejad = Mahmud Ahmadinejad; Hassan Rouhani = Hassan Rohani
persian: Hassan Rouhani = Hasan Ruhani
persian: Mohammad Javad Zarif = Javad Zarif; Mohammad Javad Zarif = Mohammed Javad Zarif
persian: Ali Khamenei = Ayatollah Ali Khamenei
persian: Akbar Hashemi Rafsanjani = Hashemi Rafsanjani; Abbas Araghchi = Abbas Araqchi
persian: Ebrahim Raisi = Ibrahim Raisi
turkish: Ahmet Davutoglu = Ahmet Davutoğlu; Ahmet Davutoglu = Ahmed Davutoglu
turkish: Recep Tayyip Erdogan = Recep Tayyip Erdoğan
turkish: Recep Tayyip Erdogan = Tayyip Erdogan; Mevlut Cavusoglu = Mevlüt Çavuşoğlu
turkish: Abdullah Gul = Abdullah Gül
east-asian: Xi Jinping = Xi Jin-ping; Ban Ki-moon = Ban Ki Moon; Ban Ki-moon = Ki-moon Ban
east-asian: Park Geun-hye = Park Geun Hye
east-asian: Kim Jong-un = Kim Jong Un; Kim Jong-un = Kim Jong-Un; Lee Myung-bak = Myung-bak Lee
east-asian: Moon Jae-in = Moon Jae In
east-asian: Shinzo Abe = Abe Shinzo; Shinzo Abe = Shinzō Abe; Junichiro Koizumi = Jun'ichirō Koizumi
east-asian: Taro Aso = Tarō Asō
east-asian: Yang Jiechi = Jiechi Yang; Wang Yi = Yi Wang; Hu Jintao = Hu Jin-tao
east-asian: Yun Byung-se = Yun Byung Se
east-asian: Fumio Kishida = Kishida Fumio; Kang Kyung-wha = Kang Kyung Wha
east-asian: Chen Shui-bian = Chen Shuibian
diacritics: Toomas Hendrik Ilves = Toomas Ilves; Lech Walesa = Lech Wałęsa
diacritics: Radoslaw Sikorski = Radosław Sikorski; Bronislaw Komorowski = Bronisław Komorowski
diacritics: Slobodan Milosevic = Slobodan Milošević; Vaclav Havel = Václav Havel
diacritics: Jens Stoltenberg = Jens Stoltenberg
diacritics: Guido Westerwelle = Guido Westerwelle; Gerhard Schroeder = Gerhard Schröder
diacritics: Gerhard Schroder = Gerhard Schröder; Volker Ruehe = Volker Rühe
diacritics: Francois Hollande = François Hollande; Jean-Marc Ayrault = Jean Marc Ayrault
diacritics: Francois Mitterrand = François Mitterrand
diacritics: Jose Manuel Barroso = José Manuel Barroso; Javier Solana = Javier Solana
diacritics: Felipe Gonzalez = Felipe González; Anders Fogh Rasmussen = Anders Rasmussen
diacritics: Helmut Kohl = Helmut KOHL; LAVROV Sergei = Sergei Lavrov
diacritics: Jurgen Chrobog = Jürgen Chrobog; Juergen Chrobog = Jürgen Chrobog
initials: J. Kerry = John Kerry; S. Lavrov = Sergei Lavrov; George W. Bush = George Bush
initials: George H. W. Bush = George H.W. Bush
initials: John F. Kerry = John Kerry; John Forbes Kerry = John Kerry
initials: William J. Burns = William Burns; Hillary Rodham Clinton = Hillary Clinton
initials: Franklin D. Roosevelt = Franklin Delano Roosevelt; Robert S. Ford = Robert Ford
initials: V. Putin = Владимир Путин; A.P.J. Abdul Kalam = A. P. J. Abdul Kalam
nicknames: Bill Clinton = William Clinton; Joe Biden = Joseph Biden; Jim Baker = James Baker
nicknames: Bob Gates = Robert Gates; Mike Pompeo = Michael Pompeo
nicknames: Chuck Hagel = Charles Hagel; Tony Blair = Anthony Blair; Dick Cheney = Richard Cheney
nicknames: Jimmy Carter = James Carter; Ted Kennedy = Edward Kennedy
nicknames: Ed Miliband = Edward Miliband; Tom Donilon = Thomas Donilon
nicknames: Sasha Gabuev = Alexander Gabuev; Volodya Ivanov = Vladimir Ivanov
titles: President Barack Obama = Barack Obama; Mr. John Kerry = John Kerry
titles: Dr Ahmet Davutoglu = Ahmet Davutoglu; Sir Tim Barrow = Tim Barrow
titles: Sen. John McCain = John McCain; Gen. Colin Powell = Colin Powell
titles: Prof. Pavel Bayev = Pavel Baev; Lord David Owen = David Owen
particles: Ursula von der Leyen = Ursula Von der Leyen; Herman Van Rompuy = Herman van Rompuy
particles: Dominique de Villepin = Dominique De Villepin
particles: Jaap de Hoop Scheffer = Jaap de Hoop-Scheffer
particles: Luiz Inacio Lula da Silva = Luiz Inácio Lula da Silva
particles: Hans van den Broek = Hans Van Den Broek; Thomas de Maiziere = Thomas de Maizière
particles: Karl-Theodor zu Guttenberg = Karl Theodor zu Guttenberg
hyphens: Jean-Yves Le Drian = Jean Yves Le Drian; Michele Alliot-Marie = Michèle Alliot Marie
hyphens: Annegret Kramp-Karrenbauer = Annegret Kramp Karrenbauer; Martin O'Malley = Martin OMalley
hyphens: Kassym-Jomart Tokayev = Kassym Jomart Tokaev; Kassym-Jomart Tokayev = Qasym-Zhomart Toqaev
hyphens: Nursultan Nazarbayev = Nursultan Nazarbaev; Heydar Aliyev = Heidar Aliev
caucasus: Mikheil Saakashvili = Mikhail Saakashvili; Ilham Aliyev = Ilkham Aliev
caucasus: Eduard Shevardnadze = Edward Shevardnadze; Serzh Sargsyan = Serge Sarkisian
hebrew: Benjamin Netanyahu = Binyamin Netanyahu; Avigdor Lieberman = Avigdor Liberman
hebrew: Moshe Yaalon = Moshe Ya'alon; Gideon Saar = Gideon Sa'ar; Isaac Herzog = Yitzhak Herzog
"""
_OTHER = """
russian: Alexander Lukashevich = Alexander Lukashenko; Sergei Lavrov = Alexei Lavrov
russian: Fyodor Lukyanov = Anatoly Lukyanov; Sergei Ivanov = Igor Ivanov
russian: Vladimir Putin = Vladimir Pushkin; Dmitry Peskov = Dmitry Medvedev
russian: Sergei Lavrov = Sergei Lavrentiev; Alexei Navalny = Alexander Navalny
russian: Sergei Naryshkin = Sergei Naryshnikov; Nikolai Patrushev = Dmitry Patrushev
russian: Igor Ivanov = Igor Ivanovsky; Yuri Andropov = Yuri Antonov
russian: Andrei Denisov = Anton Denisov; Vladimir Kotenev = Vladimir Kotenko
russian: Maria Zakharova = Marina Zakharova; Sergei Shoigu = Sergei Shoikhet
russian: Vladimir Lukin = Vladimir Lukyanov; Yuri Fedotov = Yuri Fedorov
russian: Alexander Yakovlev = Alexander Yakovenko; Sergei Markov = Sergei Markin
russian: Ivan Petrov = Ivan Petrenko; Viktor Orlov = Viktoria Orlova; Oleg Belov = Olga Belova
russian: Alexander Orlov = Alexander Orlovsky; Grigory Karasin = Grigory Karasev
russian: Сергей Лавров = Сергей Иванов; Александр Лукашенко = Alexander Lukashevich
russian: Владимир Путин = Vladimir Lukin; Дмитрий Песков = Dmitry Medvedev
american: Bill Clinton = Hillary Clinton; George W. Bush = George H.W. Bush
american: Susan Rice = Condoleezza Rice; Jeb Bush = George Bush; John Kerry = John Kerr
american: John Bolton = Josh Bolten; Robert Gates = Bill Gates; William Burns = Nicholas Burns
american: James Baker = Howard Baker; Robert Ford = Gerald Ford
american: John Sullivan = Jake Sullivan; Antony Blinken = Alan Blinken
american: Thomas Pickering = Thomas Graham; Dennis Ross = Christopher Ross
american: Ronald Reagan = Donald Regan
american: John McCain = John McLean; Joe Biden = Jill Biden; Hunter Biden = Joe Biden
american: Barack Obama = Michelle Obama; Donald Trump = Ivanka Trump
american: Michael McFaul = Michael McCaul; Madeleine Albright = Joseph Albright
american: Warren Christopher = Christopher Warren; Stephen Hadley = Stephen Harper
british: David Cameron = David Camerer; Gordon Brown = George Brown; Tony Blair = Tony Blairman
british: David Miliband = Ed Miliband; John Major = John Mayer; Theresa May = Theresa Mayer
british: William Hague = William Haig; Geoffrey Howe = Geoff Hoon; Mark Sedwill = Mark Sewell
british: Peter Ricketts = Peter Rickett; Tim Barrow = Tim Barlow; Simon McDonald = Simon MacDowell
arabic: Bashar al-Assad = Hafez al-Assad; Bashar al-Assad = Maher al-Assad
arabic: Ali Larijani = Sadeq Larijani; Mohammed bin Salman = Mohammed bin Nayef
arabic: Hosni Mubarak = Gamal Mubarak
arabic: Ahmed Chalabi = Ahmed Shalabi Hussein; Saddam Hussein = Uday Hussein
arabic: Abdullah Abdullah = Abdullah Gul; Tariq Aziz = Sartaj Aziz; Mohammed Morsi = Ahmed Morsi
arabic: Khalid bin Salman = Sultan bin Salman; Bandar bin Sultan = Khalid bin Sultan
arabic: Walid al-Moallem = Walid Jumblatt; Riyad Hijab = Riad Haddad; Mahmoud Abbas = Abu Abbas
persian: Ali Khamenei = Ruhollah Khomeini; Ali Khamenei = Mojtaba Khamenei
persian: Mohammad Khatami = Ahmad Khatami; Hassan Rouhani = Hassan Khomeini
persian: Ali Akbar Salehi = Ali Akbar Velayati
persian: Mohammad Javad Zarif = Mohammad Javad Larijani; Mahmoud Ahmadinejad = Davoud Ahmadinejad
persian: Abbas Mousavi = Mir Hossein Mousavi; Kamal Kharrazi = Sadegh Kharrazi
east-asian: Kim Jong-un = Kim Jong-il; Kim Jong-il = Kim Il-sung; Kim Jong-un = Kim Yo-jong
east-asian: Park Geun-hye = Park Chung-hee; Lee Myung-bak = Lee Hoi-chang; Wang Yi = Wang Yang
east-asian: Xi Jinping = Xi Zhongxun; Li Peng = Li Keqiang; Li Keqiang = Li Qiang
east-asian: Hu Jintao = Hu Yaobang; Zhang Jun = Zhang Jiong; Yang Jiechi = Yang Jiang
east-asian: Zhu Rongji = Zhu De
east-asian: Shinzo Abe = Shintaro Abe; Taro Aso = Taro Kono; Yohei Kono = Taro Kono
east-asian: Yasuo Fukuda = Takeo Fukuda; Naoto Kan = Naoki Tanaka; Fumio Kyuma = Fumio Kishida
east-asian: Kim Dae-jung = Kim Young-sam; Kim Kwan-jin = Kim Jang-soo; Ban Ki-moon = Ban Ki-hwan
east-asian: Kim Jong-un = Kim Jong-nam; Lee Jae-myung = Lee Jae-yong; Cho Hyun = Cho Tae-yul
european: Lech Kaczynski = Jaroslaw Kaczynski; Lech Walesa = Lech Kaczynski
european: Francois Hollande = Francois Mitterrand; Francois Fillon = Francois Hollande
european: Guido Westerwelle = Guido Crosetto
european: Helmut Kohl = Helmut Schmidt; Thomas de Maiziere = Lothar de Maiziere
european: Karl-Theodor zu Guttenberg = Enoch zu Guttenberg; Angela Merkel = Angela Markel
european: Jean-Marc Ayrault = Jean-Marc Ripert
european: Alain Juppe = Alain Richard; Herman Van Rompuy = Eric Van Rompuy
european: Mark Rutte = Mark Ruttenberg; Hans van Mierlo = Hans van Middelkoop
european: Jens Stoltenberg = Thorvald Stoltenberg
european: Anders Fogh Rasmussen = Lars Lokke Rasmussen; Poul Nyrup Rasmussen = Anders Fogh Rasmussen
european: Carl Bildt = Karl Bild; Toomas Ilves = Urmas Ilves; Leszek Miller = Aleksander Miller
balkan: Slobodan Milosevic = Slobodan Milovic; Aleksandar Vucic = Aleksandar Vulin
balkan: Ivica Dacic = Ivica Racan; Milo Djukanovic = Milo Djuric; Tomislav Nikolic = Tomislav Nikic
ukrainian: Viktor Yushchenko = Viktor Yanukovych; Petro Poroshenko = Petro Symonenko
ukrainian: Yulia Tymoshenko = Yulia Tymofeeva; Oleksiy Danilov = Oleksiy Danchenko
ukrainian: Leonid Kuchma = Leonid Kravchuk
ukrainian: Viktor Medvedchuk = Viktor Medvedev; Volodymyr Zelensky = Vladislav Zelensky
ukrainian: Andriy Yermak = Andriy Yermolaev; Kostyantyn Gryshchenko = Kostyantyn Gryshko
ukrainian: Arsen Avakov = Arseny Avakov
hebrew: Benjamin Netanyahu = Yonatan Netanyahu; Ehud Barak = Ehud Olmert; Moshe Dayan = Moshe Arens
hebrew: Yair Lapid = Tommy Lapid; Israel Katz = Haim Katz; Eli Cohen = Yossi Cohen
southern: Rajiv Gandhi = Indira Gandhi; Rahul Gandhi = Rajiv Gandhi; Nawaz Sharif = Shehbaz Sharif
southern: Benazir Bhutto = Bilawal Bhutto; Jaswant Singh = Natwar Singh
southern: Pervez Musharraf = Pervez Khattak
southern: Fidel Castro = Raul Castro; Hugo Chavez = Hugo Chaves Perez Jimenez
southern: Juan Manuel Santos = Francisco Santos; Dilma Rousseff = Ivan Rousseff
southern: Narendra Modi = Lalit Modi
alone: Lavrov = Sergei Lavrov; Kerry = John Kerry; Sergei = Sergei Lavrov; Putin = Путина Людмила
initials: A. Lavrov = Sergei Lavrov; J. Kerry = Hillary Clinton; B. Clinton = Hillary Clinton
initials: George H. Bush = George W. Bush; D. Putin = Vladimir Putin
"""


def _pairs(table: str) -> list[tuple[str, str, str]]:
    found = []
    for line in table.strip().splitlines():
        kind, _, rest = line.partition(": ")
        for pair in rest.split(";"):
            left, _, right = pair.partition("=")
            found.append((kind, left.strip(), right.strip()))
    return found


SAME = _pairs(_SAME)
OTHER = _pairs(_OTHER)

"""
Names of news agencies and picture services, as they sign datelines, credits and captions; words of papers' names.

Each is the agency's own short or long name (facts; collected by hand for this table). A name here never makes a text
anything by itself: where it stands does.
"""

from __future__ import annotations

from typing import Final

from sayso.article.wordlists import phrase_set, word_set

# Wires and national agencies of every decade; UP, INS, Havas, Wolff, Stefani and Reuter signed papers before 1958.
WIRES: Final = phrase_set(
    "AP, Associated Press, The Associated Press, Reuters, REUTERS, Reuter, Thomson Reuters, AFP",
    "Agence France-Presse, Agence France Presse, UPI, United Press, United Press International, UP, INS, Havas",
    "Wolff, Stefani, TASS, Tass, ITAR-TASS, Itar-Tass, Interfax, RIA Novosti, RIA, Sputnik, Xinhua, Kyodo",
    "Kyodo News, Jiji, Jiji Press, Yonhap, KCNA, PTI, ANI, IANS, UNI, APP, BSS, dpa, DPA, EFE, ANSA, Belga, ANP",
    "NTB, TT, STT, Ritzau, PAP, CTK, MTI, Tanjug, Hina, Anadolu, Anadolu Agency, AA, IRNA, Fars, Tasnim, ISNA",
    "Mehr, SANA, MENA, WAFA, QNA, SPA, WAM, KUNA, BNA, NNA, Petra, Bernama, Antara, VNA, PNA, CNA, NAN, GNA",
    "APS, TAP, MAP, PANA, ENA, Telam, Télam, Notimex, Prensa Latina, Andina, AAP, CP, The Canadian Press, PA",
    "Press Association, PA Media, Press Trust of India, Bloomberg, Dow Jones, CNN, VOA, RFE/RL, Ukrinform",
    "UNIAN, Interfax-Ukraine, BelTA, AzerTac, Trend, Armenpress, Interpress News, Agencies, Agency",
    "News Agencies, Wire Services, Wires",
)
PICTURES: Final = phrase_set(
    "Getty, Getty Images, EPA, EPA-EFE, AP Photo, AP Images, Reuters Photo, AFP Photo, Shutterstock, Alamy",
    "Corbis, Magnum, Magnum Photos, ZUMA, Zuma Press, NurPhoto, Sipa, SIPA, Polaris, Maxar, Planet Labs",
    "Wikimedia Commons, Wikipedia, Flickr, iStock, Keystone, Bettmann, Hulton Archive, Anadolu, Handout, Pool",
    "File, Archive, Courtesy",
)
# Words of which one stands in most papers' and stations' names, most often at the end.
PAPERS: Final = word_set(
    "news times post tribune herald gazette radio tv television fm agency newswire wire chronicle courier journal",
    "daily press broadcasting telegraph observer mail echo globe mirror star sun guardian independent standard express",
    "examiner inquirer bulletin weekly magazine dispatch monitor beacon argus advertiser sentinel record zeitung",
    "novosti pravda presse zeitschrift diario diário jornal matin soir nacional nachrichten tageblatt corriere gazeta",
    "dnevnik vesti",
)

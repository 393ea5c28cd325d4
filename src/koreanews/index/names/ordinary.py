"""Words that read as Korean syllables and are not Korean: no name is looked for behind them.

Without them `tonga` would find 동아 (Dong-A Ilbo) and `china` 지나 (Jina). The reader refuses nearly all words by
itself; these are the usual ones of English and German and the usual foreign names among the few in a hundred that
it does not. A word that is missing here does harm only where a Korean name sounds like it.
"""

from __future__ import annotations

from typing import Final

_CLOSED_CLASS: Final = """
a ah ai am an and as at be bei bin bis by da dem den der die do du ein er es for had has he her him his how ihr
im in ins is it me mein mich mir mit my na no nor not now nun nur of on or our out own sein she sie so some such
than that the them then they this those to um und uns up us was we wem wen wer who will wir with you zu zum man men
"""
"""Those of a syllable among them are no family name before a plain given one, and no given name."""

_ENGLISH: Final = """
abandon aboriginal abuse adam ado aerial aero aerosol aga again ago aim ain aka akin algae alpha also alto
amino ammo ammonia amok among amuse anaemia anal anima animal annual anon apache apron aria arise aroma arose
arousal asap asia asian aura aurora authoritarian auto aye balloon balsam banal banana bandana banjo baron
bikini billion bingo bio bison boa boil bonsai bora bosom bouillon bullion burial chain chakra champion
championship chanson chantal chapman chase cheap cheese cherokee chilli china chipping choose chopping choral
chose dada damson data doha dojo domain dominion domino donna dose douche dual dungeon dunno duo euphoria euro
gaga gain gallon gamma geese giga goal goose gorilla guano guarana guise gunman guru habitual haiku hail
hangman haul hobo homo homophobia hookah hose house human humanitarian hyena idol illusion imam immoral impose
inaugural inhuman insomnia into ion iota iron jail jean jingo join judo juju jumbo junta kangaroo kayak kimono
kinship kiwi koran macho madam magi mail main maintain makeup mama mana mandarin manga mango mania manna
mansion manual marijuana marina marital maroon maul mayo mayonnaise mayoral million mimosa mini minimal
minimise minimum minion mission misuse moan mocha modal mogul mojo mono moose moral moratorium moron mountain
mouse mural muse mutual myopia nail nano napkin napping nasal natal natural nausea neural neuron neuronal
niche noise nominal nominee noose nose noun oak oil omission ongoing onion onto opal opinion opium oppose oral
origami origin original pagan pagoda pain pajama panda panorama papa papal papaya para paragon paranoia
parasol parochial passion pause phase phobia photo piano pigeon pinching pinion pinto piranha poaching pogo
poise poison polka pose potassium pulse puma punching pupil puritan radon rail rain raise raisin raja ramadan
ransom rapping rayon rinse ripping rise ritual roam robin roman rota rouse ruin rupee rural ruse saga sahara
sail salsa samaritan samosa sampan samurai santa satan sauna seam seaman season sedan semi seminal senatorial
sepia serial serum session shipping sipping soak soap soda soil soma sonata soprano soul soup soya sudoku
sultan sultana sumo sundae sunrise suppose sushi syrup taboo tail tango tapping tau thou toga toil tomato
tonal torah total tuna tutorial tutu undo union unison unnatural unseen unto unusual unwise upto uranium use
usual utopia utopian wagon wail wanna wise yahoo yeoman yoga yogi yoyo
"""

_GERMAN: Final = """
ache akku alkohol alkoholkonsum alma ammoniak ammonium anbindung anhang ankam anno anonym aroma ase asyl aua
aura auto autorin balkan balkon ballon bindung bio bonbon botanik buche buchung buna daran darin darum dasein
dato datum daum donau dose duldung duo euro europapokal gau gaul giro girokonto gummi gymnasium hain hallo
haltung hansa hase hause hose hypnose idol ilse immun ion irak juni jura kaiserin kajak kakao kamin kanal
kanon kanu kapital katharina kaugummi kaum kino kita koche kokain kollision koma kombi komik komma kommando
kommission kommunion konsul konsum konto koran mai manche marihuana maul minimum mission modul moin moldau
moral mosaik muse museen musik nachweise nase neuro niki nunja nunmal oase oha oje oma opa original panik
panorama papa passion pause pharao pinguin pion pokal pose pulli rache rallye rauche raum risiko ritual roman
romanik rose ruin sache saga saison satan sau saum sauna seil sein sicherung soda soja solche suche sultan
tabak tabu tagung tango tau total toto umgang umso uni union unna uran urin wache warum woran worin worum
"""

_FOREIGN_NAMES: Final = """
aaron abigail abu agatha aida aidan aimee akira akita akron albania albanian albion aldo allan allison alma
altona amanda amman ana anita anja ankara anna anni annika antonia antonio anya arabia arabian ariana asano
atari aung aurora bangkok bannon barack bari baron bianchi bingham bochum bolton borussia buchanan bulgaria
bulgarian chapman chatham chiang chiara chihuahua china chino chopra chou dachau dada dakota dalton damian
damon danang dani danni daria darin dario daryl doha domingo dominik donna dora dorian dubai dunham durham
eurasia eurasian europa gabi gabon gaia gail gambia gao giga gillian gina gino goa gobi gotha gotham guam
guangdong guantanamo guido guo gupta guyana habana hamilton hanau hanna hannah hannibal hanno hanoi hansi
hanson haryana hasan hawaii hilton hiroshima hogan honda hongkong hua huang hugo hunan hungarian huron hutu
ian idaho imran ina indo inga ingo iowa ira iran iranian irina isa iwan jamaika jamal jammu jana janina japan
jason jena jericho jiang jillian jimi jintao joachim joan joana joanna johan johanna jonathan joni jose juan
judo juno juri kabul kairo kamal kanada kanye kappa karachi karan kareem kari karim karin kato kawasaki keegan
keenan kiki kimura kira kishida kobani kolkata kongo kono kurosawa kyoto madonna maduro mahal mai maia malta
manmohan manson mao maori mara maria marian mariana mariano marin marino mario marion marisa marita marokko
mateo maui maureen mauritania maya mia miami michail michigan milton miranda miriam moira moldau mona monika
moran moritania mosul mourinho mubarak mulligan munro murakami nabu nadal nadu nagano nagasaki nagoya naidoo
nairobi nakamura namibia nana nanjing naomi narita naruto nasa nathan nato nauru nia niagara nicholson nida
nikita nikki niko nikon nina nino noa noah noda nokia nomura nora oahu oda ogawa okada okinawa okinawan olga
olli olson omaha oman ono ontario orion osaka osama oshima palma panama pandora parisian patagonia paul
paulson phillip pia pisa puma punjab rahul ramallah raman rambo ramon ramona rana rangoon rani rao raoul raul
riga rihanna ringo rio rita robin robinson rohan rohani roma romania romanian ronaldo ronan rosa rosario rossi
rouhani rowan ruanda rubin rubio rumania russia russian sagan sahara saharan saigon saipan sakamoto sakura
salman samantha samaria samoa samson sana sanaa santana santo sapporo sara sarah sarasota saratoga sasaki sato
saul shia shibuya shikoku shinji shinjuku siam sichuan sihanouk simeon simon sina sinai siria sochi soho sona
sonia sonja sonoma sonya sophia sudan suga sunni susan susanna suu syria syrian tahoe taiwan taiyuan
tallahassee tamara tamil tampa tanaka tania tanja tansania tanya tara tata tatum thai thaksin thani tobago
tobi tobin togo tokio tokyo tomo tonga toni tora torino toronto toto toyota tulsa tunisia tunisian turin
tyrion uganda ugandan ukrainian una unido upton uri usa usain utah utopia waldo walton wanda warhol warum
wichita wigan yahoo yamaha yamamoto yangon yoda yoko yokohama yoshida yuan yuki yukon yunnan
"""

ORDINARY: frozenset[str] = frozenset((_CLOSED_CLASS + _ENGLISH + _GERMAN + _FOREIGN_NAMES).split())

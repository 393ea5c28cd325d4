"""The syllables that Korean names are made of."""

from __future__ import annotations

from typing import Final

_SINO_KOREAN: Final = """
가각간갈감갑강개객갱갹거건걸검겁격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극
근금급긍기긴길김
끽
나난날남납낭내녀년념녕노농뇌뇨눈눌뉴능니닉
다단달담답당대덕도독돈돌동두둔득등
라락란랄람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립
마막만말망매맥맹멱면멸명몌모목몰몽묘무묵문물미민밀
박반발방배백번벌범법벽변별병보복본볼봉부북분불붕비빈빙
사삭산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭슬습승시식신실심십
쌍씨
아악안알암압앙애액앵야약양어억언얼엄업여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유
육윤율융은을음읍응의이익인일임입
자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준줄중즉즐즙증지직진질짐집징
차착찬찰참창채책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칩칭
쾌
타탁탄탈탐탑탕태택탱터토통퇴투특틈
파판팔패팽퍅편폄평폐포폭표품풍피필핍
하학한할함합항해핵행향허헌헐험혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훙훤훼휘휴휼흉흑흔흘흠흡
흥희힐
"""
"""How the Chinese characters of KS X 1001 are read in Korean, as Unicode's kHangul lists them, and 김;
less 게 엔 잉, which no name has and which would make Korean of English -ge and -ing.

Nearly all names of places and people consist of these. They are 4 in 100 of the syllables that Hangul can write:
this is what keeps Obama, Tina and Boston from being read as Korean.
"""

_NATIVE: Final = "글늘들벌빛솔씨"
"""Syllables of Korea's own words that names hold often: 한글, 하늘, 햇빛."""

_BY_INITIAL_LAW: Final = "낙냉녹논누늑늠"
"""What the initial law makes of others (락 랭 록 론 루 륵 름) and no character is read as. A test shows that these are
all; working it out here would take longer than a search.
"""

SYLLABLES: frozenset[str] = frozenset("".join((_SINO_KOREAN + _NATIVE + _BY_INITIAL_LAW).split()))
"""Every syllable that a romanised name may hold, with the forms that the initial law gives it."""

"""Korean family names: which there are, and how press and passports bend them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from koreanews.index.names.hangul import initial_law, rhyme, sound

_COMMON: Final = """
김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 노 하 곽 성
"""
_OTHERS: Final = """
심 차 주 우 구 민 진 지 엄 채 원 천 방 공 현 함 변 염 여 나 추 도 소 석 선 설 마 길 연 위 표 명 기 반
왕 금 옥 육 맹 제 모 탁 국 어 은 편 용 예 경 봉 사 부 가 복 태 목 형 피 두 감 음 빈 동 온 호 범 좌
팽 승 간 상 시 갈 남궁 황보 제갈 선우 독고 사공 서문 동방
"""
SURNAMES: frozenset[str] = frozenset((_COMMON + _OTHERS).split())
"""As the South writes them: 이 for the North's 리, 노 for 로, 유 for 류. Left out is the rare 인, which "In" begins
every other sentence with."""

_RHYMES: Final = frozenset(rhyme(name[1]) for name in SURNAMES if len(name) == 2)
"""How those of two syllables end. None is longer."""

LONGEST_SURNAME: Final = 8
"""Letters: Hwangbo, Namgoong, Chegal."""

_BENT: Final = {
    "lee": "이",
    "rhee": "이",
    "rhie": "이",
    "yi": "이",
    "yee": "이",
    "park": "박",
    "lim": "임",
    "leem": "임",
    "loh": "노",
    "rho": "노",
    "suh": "서",
    "huh": "허",
    "hur": "허",
    "paik": "백",
    "baik": "백",
    "lyu": "유",
    "lyuh": "여",
    "yuh": "여",
    "kwag": "곽",
    "pyun": "편",
}
"""Spellings that no system of romanisation gives, in lower case."""


def is_common(names: Iterable[str]) -> bool:
    """Whether one of these family names is among those that nine in ten Koreans bear."""
    return any(name in _COMMON for name in names)


def surnames(letters: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The family names that a folded word may be, as the South writes them; none for most words.

    `given` are its readings in the way people spell their own names.
    """
    if not given and letters not in _BENT:
        return ()
    found = {initial_law(reading) for reading in given if len(reading) == 1}
    # What a word sounds like takes long to find out, and there are few such names.
    found |= {sound(reading) for reading in given if len(reading) == 2 and rhyme(reading[1]) in _RHYMES}
    found &= SURNAMES
    if letters in _BENT:
        found.add(_BENT[letters])
    return tuple(sorted(found))

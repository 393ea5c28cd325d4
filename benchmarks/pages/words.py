"""The words that are not made by rule: what text of a language is full of, and the names of Korea's news.

These are runs of "word frequency" pairs, the frequency in thousandths of all words; "_" stands for a blank. Below
them, what names are made of.
"""

from __future__ import annotations

ENGLISH = """
the 58 of 27 and 25 to 25 in 22 a 20 that 11 is 9 for 9 on 8 was 8 with 8 said 8 as 6 by 6 at 5 from 5 has 5 it 5 its 4
have 4 be 4 not 4 are 4 were 4 which 3 but 3 this 3 after 3 had 3 their 3 an 3 they 2.5 who 2.5 will 2.5 also 2 been 2
more 2 he 2 his 2 her 1 over 2 than 1.5 between 1.5 about 1.5 when 1.5 where 1 while 1 against 1 would 2 could 1 two 1
"""

GERMAN = """
der 32 die 32 und 24 in 18 den 12 von 11 zu 10 das 10 mit 9 sich 8 des 8 auf 8 für 8 ist 8 im 7 dem 7 nicht 7 ein 7
eine 6 als 5 auch 5 es 5 an 4 werden 4 aus 4 er 4 hat 4 dass 4 sie 4 nach 4 wird 4 bei 4 einer 3 um 3 am 3 sind 3
noch 3 wie 3 einem 3 über 3 einen 3 so 2 zum 2 war 3 haben 2 nur 2 oder 1 aber 2 vor 2 zur 2 bis 2 mehr 2 durch 2
"""

TURKISH = """
ve 30 bir 25 bu 18 da 14 de 14 için 13 ile 10 olarak 8 çok 7 daha 7 olan 6 gibi 5 en 5 sonra 5 kadar 4 ise 4 ne 3 ya 3
"""

KOREA = """
North_Korea 8 South_Korea 5 Korea 2 Korean 5 North 3 South 2 Kim 4 Kim_Jong_Un 4 Pyongyang 3 Seoul 3 Washington 1.2
nuclear 2 missile 1.5 peninsula 1 sanctions 1 summit 1 border 1 Moon_Jae-in .6 Kaesong .3 Panmunjom .2 Yongbyon .15
Busan .2 Incheon .15 Jeju .1 Wonsan .08 Paju .06 Gyeongju .04 Sokcho .03 Mokpo .02 Haeju .01 hwasong .1 liaison .08
"""

KOREA_IN_GERMAN = """
Nordkorea 8 Südkorea 5 Korea 3 Kim 4 Kim_Jong_Un 4 Pjöngjang 3 Seoul 3 Washington 1.2 Atomwaffen 1 Rakete 1 Gipfel 1
Grenze 1 Halbinsel .6 Panmunjom .2 Yongbyon .15 Busan .2 Incheon .1 Jeju .1 Paju .05 Gyeongju .04
"""

KOREA_IN_TURKISH = "Kuzey_Kore 6 Güney_Kore 5 Kore 4 Kim 4 Kim_Jong_Un 3 Pyongyang 3 Seul 3 Washington 1"

CHINESE = "的 40 是 12 在 12 和 10 了 9 他 5 有 5 说 5 这 5 不 5 也 4 对 4 为 3 与 3 将 3 就 2 到 2 从 2"

KOREA_IN_CHINESE = "朝鲜 9 韩国 8 金正恩 4 平壤 3 首尔 3 半岛 2 导弹 1 制裁 1 会谈 1 板门店 .3"

CHARACTERS = (
    "人大中上国我以要时来用们生作地于出分可主发年动同工能下过子产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样想向道命此位月思"
)

SURNAMES = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong"
GIVEN = "Sung Min Ji Hye Jun Seo Young Hyun Soo Eun Jae Kyung Mi Dong Sang Woo In Chul Hee Won Yong Tae Bin Na"
GERMAN_GIVEN = "Jana Martin Esther Julian Hanna Oliver Katrin Fabian Silke Holger Nele Torben"
AGENCIES = "AFP Reuters AP dpa EFE Yonhap"

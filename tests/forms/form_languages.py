"""A short story in other languages, and the navigation of their pages."""

from __future__ import annotations

from form_stories import Listed, Picture, Story

CLASSIC_WORDS = {
    "es": (
        "Más información:", "Ver video", "DW recomienda", "Enlaces externos", "Audios y videos", "Más sobre el tema",
        "Fecha", "Autor",
    ),
    "zh": ("更多内容：", "观看视频", "德国之声推荐", "网络链接", "相关音视频", "相关内容", "日期", "作者"),
    "ru": ("Подробнее:", "Смотреть видео", "Рекомендуем", "Ссылки", "Аудио и видео", "Смотрите также", "Дата", "Автор"),
    "tr": ("Devamı:", "Videoyu izle", "Öneriler", "Bağlantılar", "Ses ve görüntü", "İlgili içerik", "Tarih", "Yazar"),
    "ar": ("اقرأ أيضا:", "شاهد الفيديو", "ننصح بقراءة", "روابط", "صوت وصورة", "مواضيع ذات صلة", "التاريخ", "الكاتب"),
    "ko": ("더 읽기:", "영상 보기", "추천 기사", "링크", "오디오와 비디오", "관련 기사", "날짜", "기자"),
}  # fmt: skip
"""The labels of the classic layout: read more, video, recommends, links, media, related, date, author."""

SINCE_2023 = {
    "es": ("Imagen: ", "17 de enero de 2023"),
    "zh": ("图像来源: ", "2023年1月17日"),
    "ru": ("Фото: ", "17 января 2023 г."),
    "tr": ("Fotoğraf: ", "17 Ocak 2023"),
    "ar": ("صورة من: ", "17.01.2023"),
    "ko": ("사진: ", "2023년 1월 17일"),
}
"""Of the layout since 2023: the word before a credit, the day."""

NAVIGATION = {
    "es": ("Ir al contenido", "Ir al menú principal", "Ir a más sitios de DW"),
    "zh": ("跳转至内容", "跳转至主菜单", "跳转到更多DW网站"),
    "zh-hant": ("跳轉至内容", "跳轉至主選單", "跳轉到更多DW網站"),
    "ru": ("Перейти к тексту", "Перейти к меню", "Другие сайты DW"),
    "tr": ("İçeriğe atla", "Ana menüye atla", "Diğer DW sayfalarına atla"),
    "ar": ("إلى المحتوى", "إلى القائمة", "مواقع أخرى"),
    "ko": ("본문으로", "메뉴로", "다른 사이트로"),
}


def _story(language: str, section: str, headline: str, teaser: str, author: str, caption: str, *lines: str) -> Story:
    first, heading, second, recommended, related = lines
    return Story(
        kind="article",
        language=language,
        number=64500001,
        letters=("a", "a"),
        slug="x",
        section=section,
        headline=headline,
        teaser=teaser,
        author=author,
        lead=Picture("DW", "Yonhap/picture alliance", caption),
        flow=[("p", first), ("h", heading), ("p", second)],
        signature="kb/jm (AFP, Yonhap)",
        initials=("kb", "jm"),
        agencies=("AFP", "Yonhap"),
        recommended=Listed(recommended, "DW", "03.01.2023", f"/{language}/x/a-64300021"),
        media=recommended,
        link="example.org",
        related=(Listed(related, "DW", "09.01.2023", f"/{language}/x/a-64300022", "DW"),),
    )


FOREIGN = (
    _story(
        "es", "Cultura", "La campana de Damyang vuelve a sonar",
        "El pueblo ha esperado cuarenta años. Ahora la campana está de vuelta.", "Ana Ejemplo",
        "La campana en su torre",
        "El primer golpe llegó a las siete de la tarde, y medio pueblo estaba en la calle para escucharlo.",
        "Bronce y cebada", "El soldador calentó la grieta durante seis días con paja de cebada.",
        "La cerveza de Gochang", "Las torres del sur",
    ),
    _story(
        "zh", "文化", "潭阳的钟声再次响起", "小镇等待了四十年。如今古钟回来了。", "李例", "古钟挂在塔楼上",
        "第一声钟响在晚上七点，半个镇子的人都站在街上倾听。没有人记得它的声音有这么低沉。", "青铜与大麦",
        "焊工用大麦秸秆加热裂缝，整整六天。", "高敞的啤酒", "南方的塔",
    ),
    _story(
        "ru", "Культура", "Колокол в Тамъяне снова звонит", "Город ждал сорок лет. Теперь колокол вернулся.",
        "Анна Примерова", "Колокол весит девять тонн",
        "Первый удар раздался в семь вечера, и половина города стояла на улице, чтобы его услышать.",
        "Бронза и ячмень", "Сварщик шесть дней грел трещину соломой.", "Пиво из Кочхана", "Башни юга",
    ),
    _story(
        "tr", "Kültür", "Damyang çanı yeniden çalıyor", "Kasaba bu ses için kırk yıl bekledi. Çan artık yerinde.",
        "Ayşe Örnek", "Çan dokuz ton ağırlığında",
        "İlk vuruş akşam saat yedide geldi ve kasabanın yarısı bunu duymak için sokakta duruyordu.",
        "Tunç ve arpa", "Kaynakçı bu çatlağı altı gün ısıttı ve çok bekledi.", "Gochang birası", "Güneyin kuleleri",
    ),
    _story(
        "ar", "ثقافة", "جرس داميانغ يرن من جديد", "انتظرت البلدة أربعين عاما. عاد الجرس الآن.", "ليلى مثال",
        "الجرس في برجه",
        "دقت الضربة الأولى في السابعة مساء وكان نصف البلدة في الشارع ليسمعها.", "برونز وشعير",
        "سخن اللحام الشق ستة أيام بالقش.", "شعير من الجنوب", "أبراج الجنوب",
    ),
    _story(
        "ko", "문화", "담양의 종이 다시 울린다", "마을은 사십 년을 기다렸다. 이제 종이 돌아왔다.", "김예시",
        "종의 무게는 구 톤이다",
        "첫 타종은 저녁 일곱 시에 있었고 마을 사람 절반이 거리에 서서 들었다.", "청동과 보리",
        "용접공은 엿새 동안 볏짚으로 금을 데웠다.", "고창의 맥주", "남쪽의 탑",
    ),
)  # fmt: skip

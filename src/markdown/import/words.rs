//! Words by which a platform, a byline and a section are known, in many languages.

/// Lines that belong to the page around an article wherever they stand.
#[rustfmt::skip]
pub(super) const FURNITURE: &[&str] = &[
    // English
    "share this", "share this post", "share this article", "share this page", "share on",
    "share via", "leave a comment", "leave a reply", "add a comment", "post a comment",
    "write a comment", "log in to leave a comment", "no comments", "comments are closed",
    "comments off", "read more", "continue reading", "subscribe", "subscribe now",
    "subscribe to our newsletter", "sign up", "sign up to our newsletter", "follow us", "follow me",
    "like this", "like loading", "loading", "back to top", "skip to content",
    "skip to main content", "print this page", "print", "copy link", "link copied",
    "view all posts", "see all", "all posts", "previous post", "next post", "book now",
    "back to blog", "recommended for you", "advertisement", "powered by wordpress",
    "all rights reserved", "accept all", "reject all", "manage cookies", "cookie settings",
    // German
    "teilen", "beitrag teilen", "artikel teilen", "diesen artikel teilen", "kommentieren",
    "kommentar schreiben", "kommentar hinterlassen", "hinterlasse einen kommentar",
    "schreibe einen kommentar", "keine kommentare", "weiterlesen", "mehr lesen", "mehr erfahren",
    "gefällt mir", "abonnieren", "newsletter abonnieren", "drucken", "zum inhalt springen",
    "nach oben", "zurück zur übersicht", "vorheriger beitrag", "nächster beitrag",
    "alle akzeptieren", "alle beiträge", "anzeige", "jetzt termin buchen",
    // French
    "partager", "partager cet article", "partagez cet article", "laisser un commentaire",
    "laissez un commentaire", "ajouter un commentaire", "aucun commentaire", "pas de commentaire",
    "lire la suite", "en savoir plus", "lire plus", "j’aime", "j'aime", "s’abonner", "s'abonner",
    "abonnez-vous", "imprimer", "aller au contenu", "retour en haut", "haut de page",
    "article précédent", "article suivant", "tout accepter", "tout refuser", "voir tout",
    // Spanish
    "compartir", "compartir este artículo", "comparte esto", "deja un comentario",
    "dejar un comentario", "sin comentarios", "leer más", "seguir leyendo", "me gusta",
    "suscribirse", "suscríbete", "imprimir", "saltar al contenido", "volver arriba",
    "entrada anterior", "entrada siguiente", "aceptar todo", "ver todo",
    // Italian
    "condividi", "condividi questo articolo", "lascia un commento", "nessun commento",
    "leggi di più", "continua a leggere", "mi piace", "iscriviti", "iscriviti alla newsletter",
    "stampa", "vai al contenuto", "torna su", "articolo precedente", "articolo successivo",
    "accetta tutto",
    // Portuguese
    "compartilhar", "partilhar", "deixe um comentário", "deixar um comentário", "sem comentários",
    "leia mais", "ler mais", "gosto", "curtir", "inscreva-se", "subscrever", "voltar ao topo",
    // Dutch
    "delen", "deel dit artikel", "deel dit bericht", "reageren", "reactie plaatsen",
    "laat een reactie achter", "geen reacties", "lees meer", "lees verder", "vind ik leuk",
    "abonneren", "naar boven", "alles accepteren", "vorig bericht", "volgend bericht",
    // Swedish, Danish, Norwegian
    "lämna en kommentar", "skriv en kommentar", "inga kommentarer", "läs mer", "dela", "gilla",
    "dela detta", "dela inlägget", "föregående inlägg", "nästa inlägg", "prenumerera", "skriv ut",
    "efterlad en kommentar", "skriv kommentar", "ingen kommentarer", "læs mere", "del", "synes godt om",
    "del dette", "forrige indlæg", "næste indlæg", "abonner", "legg igjen en kommentar", "les mer",
    "forrige innlegg", "neste innlegg",
    // Finnish
    "jätä kommentti", "kirjoita kommentti", "ei kommentteja", "lue lisää", "jaa", "jaa tämä",
    "tykkää", "edellinen artikkeli", "seuraava artikkeli", "tilaa", "tilaa uutiskirje",
    // Polish, Czech
    "dodaj komentarz", "zostaw komentarz", "brak komentarzy", "czytaj dalej", "czytaj więcej",
    "udostępnij", "lubię to", "poprzedni wpis", "następny wpis", "subskrybuj", "zapisz się",
    "přidat komentář", "napsat komentář", "žádné komentáře", "číst dále", "číst více", "sdílet",
    "to se mi líbí", "předchozí příspěvek", "další příspěvek", "odebírat",
    // Russian, Ukrainian
    "оставить комментарий", "добавить комментарий", "нет комментариев", "читать далее",
    "читать дальше", "поделиться", "нравится", "мне нравится", "предыдущая запись",
    "следующая запись", "подписаться", "залишити коментар", "додати коментар", "немає коментарів",
    "читати далі", "поділитися", "подобається", "попередній запис", "наступний запис",
    "підписатися",
    // Turkish, Greek, Welsh
    "yorum yap", "yorum yaz", "bir yorum yaz", "bir yorum bırakın", "yorum yok", "devamını oku", "paylaş", "beğen",
    "önceki yazı", "sonraki yazı", "abone ol", "αφήστε ένα σχόλιο", "προσθήκη σχολίου",
    "κανένα σχόλιο", "διαβάστε περισσότερα", "κοινοποίηση", "μου αρέσει", "προηγούμενο άρθρο",
    "επόμενο άρθρο", "εγγραφή", "gadael sylw", "gadewch sylw", "dim sylwadau", "darllen mwy", "rhannu",
    "hoffi", "post blaenorol", "post nesaf", "tanysgrifio",
    // Arabic, Hebrew
    "اترك تعليقًا", "اترك تعليقا", "أضف تعليقًا", "أضف تعليقا", "لا توجد تعليقات", "اقرأ المزيد", "مشاركة", "شارك", "إعجاب",
    "المقال السابق", "المقال التالي", "اشترك", "השאר תגובה", "השאירו תגובה", "הוסף תגובה", "אין תגובות", "קרא עוד",
    "שתף", "שיתוף", "אהבתי", "הפוסט הקודם", "הפוסט הבא", "הרשמה",
    // Chinese, Japanese, Korean
    "发表评论", "發表評論", "添加评论", "留言", "暂无评论", "阅读更多", "分享", "点赞", "喜欢", "上一篇", "下一篇", "订阅",
    "訂閱", "コメントを残す", "コメントを書く", "コメントする", "コメントはありません", "続きを読む", "共有", "共有する", "シェア",
    "シェアする", "いいね", "いいね!", "前の記事", "次の記事", "購読", "購読する", "댓글 달기", "댓글 남기기", "댓글 쓰기",
    "댓글 없음", "더 읽기", "더 보기", "공유", "공유하기", "좋아요", "이전 글", "다음 글", "구독", "구독하기",
];

/// Lines that belong to the page around an article where no prose is before them, or none behind.
#[rustfmt::skip]
pub(super) const NAVIGATION: &[&str] = &[
    "home", "blog", "about", "about me", "about us", "contact", "contact me", "contact us", "menu",
    "search", "services", "shop", "log in", "login", "sign in", "register", "faq", "faqs", "fees",
    "privacy policy", "privacy", "cookie policy", "terms", "terms and conditions", "sitemap",
    "more", "share", "like", "likes", "comment", "comments", "tweet", "email", "e-mail", "facebook",
    "twitter", "linkedin", "instagram", "pinterest", "whatsapp", "youtube", "archive", "categories",
    "news", "close", "startseite", "über mich", "über uns", "kontakt", "angebot", "leistungen",
    "impressum", "datenschutz", "suche", "praxis", "anmelden", "kommentar", "kommentare",
    "aktuelles", "preise", "accueil", "à propos", "rechercher", "mentions légales", "connexion",
    "tarifs", "commentaire", "commentaires", "inicio", "sobre mí", "sobre nosotros", "contacto",
    "buscar", "servicios", "aviso legal", "comentario", "comentarios", "chi sono", "chi siamo",
    "contatti", "cerca", "servizi", "commento", "commenti", "início", "sobre", "contato",
    "comentário", "comentários", "over mij", "over ons", "zoeken", "diensten", "tarieven",
    "reactie", "reacties", "kommentarer", "kommentar", "kommentti", "kommentit", "komentarz", "komentarze",
    "komentář", "komentáře", "комментарий", "комментарии", "коментар", "коментарі", "yorum", "yorumlar",
    "σχόλιο", "σχόλια", "sylw", "sylwadau", "تعليق", "تعليقات", "التعليقات", "תגובה", "תגובות", "评论", "評論",
    "留言", "コメント", "댓글",
];

/// What comes behind a number on a page: `3 comments`, `0 Likes`.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "comment", "comments", "like", "likes", "share", "shares", "view", "views", "reply", "replies",
    "kommentar", "kommentare", "aufrufe", "mal geteilt", "commentaire", "commentaires", "vues",
    "partages", "j’aime", "j'aime", "comentario", "comentarios", "me gusta", "visitas", "commenti",
    "commento", "mi piace", "comentário", "comentários", "visualizações", "reactie", "reacties",
    "weergaven", "kommentarer", "kommentti", "kommenttia", "komentarz", "komentarze", "komentarzy",
    "komentář", "komentáře", "komentářů", "комментарий", "комментария", "комментариев", "коментар",
    "коментарі", "коментарів", "yorum", "σχόλιο", "σχόλια", "sylw", "sylwadau", "تعليق", "تعليقات",
    "תגובה", "תגובות", "评论", "条评论", "評論", "件のコメント", "コメント", "댓글", "개의 댓글", "개",
];

/// Headings of lists of other articles: short lines behind them belong to the page too.
#[rustfmt::skip]
pub(super) const RELATED: &[&str] = &[
    "related posts", "related articles", "related", "recent posts", "you might also like",
    "you may also like", "more posts", "more from this author", "popular posts", "read next",
    "ähnliche beiträge", "weitere beiträge", "das könnte sie auch interessieren",
    "das könnte dich auch interessieren", "aktuelle beiträge", "neueste beiträge",
    "verwandte artikel", "articles similaires", "articles liés", "articles récents", "à lire aussi",
    "vous aimerez aussi", "entradas relacionadas", "artículos relacionados",
    "también te puede interesar", "entradas recientes", "articoli correlati",
    "potrebbe interessarti anche", "artigos relacionados", "posts relacionados",
    "gerelateerde berichten", "gerelateerde artikelen", "recente berichten", "relaterade inlägg",
    "relaterede indlæg", "relaterte innlegg", "aiheeseen liittyvää", "powiązane wpisy",
    "podobne wpisy", "související články", "похожие записи", "похожие статьи", "схожі записи",
    "benzer yazılar", "σχετικά άρθρα", "erthyglau cysylltiedig", "مقالات ذات صلة", "פוסטים קשורים",
    "相关文章", "相關文章", "関連記事", "관련 글",
];

/// Words of which a notice about cookies has some.
#[rustfmt::skip]
pub(super) const COOKIES: &[&str] = &[
    "we use", "uses cookies", "use of cookies", "accept", "verwendet", "verwenden", "nutzt",
    "nutzen", "utilise", "utilisons", "acceptez", "utiliza", "utilizamos", "usa cookie", "utilizza",
    "gebruikt", "gebruiken",
];

/// What stands before the names of authors.
#[rustfmt::skip]
pub(in crate::markdown) const BY: &[&str] = &[
    "written by", "posted by", "published by", "words by", "by", "author", "writer",
    "geschrieben von", "verfasst von", "ein beitrag von", "von", "autor", "autorin", "écrit par",
    "publié par", "rédigé par", "par", "auteur", "autrice", "auteure", "escrito por",
    "publicado por", "por", "autora", "scritto da", "pubblicato da", "a cura di", "di", "autore",
    "geschreven door", "door", "skrevet av", "skrevet af", "av", "af",
    "بقلم", "كتبه", "كتبته", "מאת", "作者", "著者", "文", "글",
];

/// What stands before a day of publication.
#[rustfmt::skip]
pub(in crate::markdown) const PUBLISHED: &[&str] = &[
    "published on", "published", "posted on", "posted", "date", "on", "veröffentlicht am",
    "veröffentlicht", "erschienen am", "datum", "am", "vom", "publié le", "posté le", "paru le",
    "le", "publicado el", "el", "pubblicato il", "il", "publicado em", "em", "fecha", "data",
    "gepubliceerd op", "geplaatst op", "op",
];

/// What stands before a day of change.
#[rustfmt::skip]
pub(in crate::markdown) const MODIFIED: &[&str] = &[
    "last updated on", "last updated", "updated on", "updated", "last modified",
    "zuletzt aktualisiert am", "aktualisiert am", "aktualisiert", "mis à jour le",
    "dernière mise à jour le", "dernière mise à jour", "actualizado el", "última actualización",
    "aggiornato il", "ultimo aggiornamento", "atualizado em", "bijgewerkt op",
    "laatst bijgewerkt op",
];

/// Words of a reading time, one of which says minutes.
#[rustfmt::skip]
pub(super) const MINUTES: &[&str] =
    &[
    "min", "mins", "minute", "minutes", "minuten", "minuti", "minutos", "minuto", "minuut",
];
#[rustfmt::skip]
pub(super) const READING: &[&str] = &[
    "read", "reading", "time", "to", "estimated", "about", "approx", "ca", "lesezeit", "lesedauer",
    "zum", "lesen", "temps", "de", "lecture", "à", "lire", "environ", "tiempo", "lectura", "tempo",
    "di", "lettura", "leitura", "leestijd", "lezen", "leesduur",
];

/// Months, by the languages' names and their first letters.
#[rustfmt::skip]
pub(super) const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "gennaio", "gen", "janeiro", "januari", "يناير"],
    &["february", "feb", "februar", "février", "févr", "fév", "febrero", "febbraio", "fevereiro", "februari", "فبراير"],
    &["march", "mar", "märz", "mär", "mars", "marzo", "março", "maart", "mrt", "مارس"],
    &["april", "apr", "avril", "avr", "abril", "aprile", "أبريل"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "مايو"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho", "يونيو"],
    &["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "julho", "يوليو"],
    &["august", "aug", "août", "agosto", "ago", "augustus", "أغسطس"],
    &["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro", "سبتمبر"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro", "أكتوبر"],
    &["november", "nov", "novembre", "noviembre", "novembro", "نوفمبر"],
    &["december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dicembre", "dezembro", "ديسمبر"],
];

/// Days of the week and other words that a date may have.
#[rustfmt::skip]
pub(super) const IN_DATES: &[&str] = &[
    "of", "the", "de", "del", "le", "den", "der", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
    "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira",
    "sexta-feira", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
];

/// What stands before keywords, and before a category.
#[rustfmt::skip]
pub(super) const KEYWORDS: &[&str] = &[
    "tags", "tagged", "tagged with", "keywords", "topics", "schlagwörter", "schlagworte",
    "stichwörter", "mots-clés", "mots clés", "étiquettes", "etiquetas", "palabras clave",
    "parole chiave", "tag", "palavras-chave", "trefwoorden",
];
#[rustfmt::skip]
pub(super) const CATEGORY: &[&str] = &[
    "category", "categories", "posted in", "filed under", "kategorie", "kategorien", "catégorie",
    "catégories", "categoría", "categorías", "categoria", "categorie", "rubrik", "rubrique",
];

/// Headings with a meaning, and the class that says it where the words alone do not.
pub(super) const SECTIONS: &[(&str, Option<&str>)] = &[
    ("further reading", None),
    ("recommended reading", None),
    ("suggested reading", None),
    ("further resources", None),
    ("reading list", None),
    ("references", None),
    ("bibliography", None),
    ("sources", None),
    ("about the author", None),
    ("about the authors", None),
    ("urgent help", None),
    ("getting urgent help", None),
    ("crisis support", None),
    ("summary", None),
    ("in short", None),
    ("key points", None),
    ("at a glance", None),
    ("weiterführende literatur", Some("further-reading")),
    ("zum weiterlesen", Some("further-reading")),
    ("literatur", Some("references")),
    ("quellen", Some("references")),
    ("über die autorin", Some("about-the-author")),
    ("über den autor", Some("about-the-author")),
    ("zur autorin", Some("about-the-author")),
    ("zum autor", Some("about-the-author")),
    ("hilfe im notfall", Some("urgent-help")),
    ("zusammenfassung", Some("summary")),
    ("pour aller plus loin", Some("further-reading")),
    ("en savoir plus", Some("further-reading")),
    ("lectures complémentaires", Some("further-reading")),
    ("références", Some("references")),
    ("bibliographie", Some("references")),
    ("à propos de l'auteur", Some("about-the-author")),
    ("à propos de l'autrice", Some("about-the-author")),
    ("à propos de l'auteure", Some("about-the-author")),
    ("en résumé", Some("summary")),
    ("lecturas recomendadas", Some("further-reading")),
    ("referencias", Some("references")),
    ("sobre la autora", Some("about-the-author")),
    ("sobre el autor", Some("about-the-author")),
    ("per approfondire", Some("further-reading")),
    ("sull'autrice", Some("about-the-author")),
    ("sull'autore", Some("about-the-author")),
    ("sobre a autora", Some("about-the-author")),
    ("sobre o autor", Some("about-the-author")),
    ("verder lezen", Some("further-reading")),
    ("over de auteur", Some("about-the-author")),
];

/// Frequent words that are of one language among these.
#[rustfmt::skip]
pub(super) const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "is", "that", "it", "you", "with", "this", "are", "was", "they", "we", "have"]),
    ("de", &["der", "und", "ist", "nicht", "das", "ich", "sie", "ein", "eine", "mit", "auf", "für", "sich", "wir"]),
    ("fr", &["le", "les", "et", "est", "pas", "une", "des", "que", "qui", "dans", "pour", "nous", "vous", "au"]),
    ("es", &["el", "los", "las", "es", "que", "una", "por", "con", "para", "del", "se", "más", "pero", "como"]),
    ("it", &["il", "che", "è", "di", "non", "una", "per", "con", "gli", "della", "sono", "anche", "come", "più"]),
    ("pt", &["o", "os", "é", "não", "uma", "por", "com", "para", "do", "da", "em", "mais", "mas", "você"]),
    ("nl", &["de", "het", "een", "en", "niet", "van", "ik", "dat", "je", "zijn", "met", "voor", "wij", "ook"]),
];

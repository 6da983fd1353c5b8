// What outlets all over the world write between an article's paragraphs. Each pattern is anchored or bounded by the
// length its user allows, so that an article *about* newsletters or cookies keeps its sentences.

/** Pointers to other articles. */
export const pointer =
  /^[\s>→►▶•*-]*(?:for more (?:stories|news|on this|information)\b|(?:also )?read (?:more|also|next|this)|also read|see also|related(?: (?:articles?|stories|news|content|topics?))?\s*(?::|$)|more (?:on this|from)\b|recommended(?: (?:for you|stories|reading))?\s*(?::|$)|(?:watch|listen|video|photos|in pictures)\s*[:|]|lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen)|auch interessant|siehe auch|zum artikel|das könnte sie|lire (?:aussi|également)|à lire|lea también|le(?:e|er) (?:también|más)|te puede interesar|leggi anche|leia (?:também|mais)|lees (?:ook|meer)|les (?:også|mer)|läs (?:också|även|mer)|læs også|lue myös|czytaj (?:też|także|również|więcej)|zobacz (?:też|także)|čtěte (?:také|více)|citește și|okuyun|baca juga|читайте также|читайте ще|читайте також|関連記事|相关阅读|اقرأ أيضا|قد يهمك)/iu

/** Requests to sign up, follow, pay or allow. */
export const request =
  /(?:(?:^|[.!?,:]\s+|\bplease )(?:sign up|subscribe|register|log in)\b|already a subscriber|delivered (?:straight )?to your inbox|get (?:the|our|your|all) [^.]{0,60}(?:newsletter|inbox)|follow us (?:on|at)|download (?:the|our) app|join our (?:whatsapp|telegram)|support our journalism|enable javascript|your browser|privacy (?:policy|notice)|(?:accept|manage|allow) (?:all )?cookies|jetzt abonnieren|newsletter (?:abonnieren|bestellen)|abonnieren sie|melden sie sich|folgen sie uns|externe[nr]? inhalt|inhalte? (?:von \S+ )?(?:erlauben|angezeigt|anzeigen)|datenschutzerklärung|abonnez-vous|inscrivez-vous|suscríb|regístr|iscriviti|abbonati|inscreva-se|assine|schrijf je in|meld je aan|zapisz się|subskrybuj|подпис(?:ывайтесь|аться))/iu

/** Who made a picture or delivered a report. */
export const credit =
  /^(?:©|\(c\)|copyright\b|(?:photo(?:graph)?s?|picture|image|images|foto|fotos|fotografie|bild|bilder|video|grafik|illustration|credit|credits|quelle|source|fonte|fuente|bron|kilde|källa|źródło|zdroj)\s*(?:by\b|von\b|[:/|©])|.{0,80}(?:\/|via |\b)(?:getty images|picture alliance|shutterstock|imago images)\W*$)/iu

/** How a caption ends: "(Credit: Jane Doe)", "Photo: Jane Doe", "File photo by Jane Doe", "Agency/Jane Doe". */
export const captionEnd =
  /(?:[.(]\s*(?:[Cc]redit|[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|Foto|Bild)s?\s*:\s*[^.:]{3,60}\)?|\b(?:[Ff]ile |[Cc]ourtesy )?[Pp]hoto(?:graph)? by \p{Lu}[^.]{2,40}|\b[Ff]ile photo(?:graph)?|[.]\s+\p{Lu}[\p{L} ]{1,40}\/\s?\p{Lu}[\p{L}. '’-]{2,40}|\b[Hh]andout via [^.]{3,40}|\b[Ll]ibrary picture|\b[Pp]icture desk)[.)]?$/u

/**
 * A name behind the last sentence, without a full stop of its own: who made the picture that the sentence describes. An agency alone in
 * brackets is how newspapers end an agency's report, and no picture's.
 */
export const signature = new RegExp(
  [
    String.raw`(?:[.!?…]["”»)]?\s*|\s[|–—-]\s?|\()(?:[Ff]oto|[Pp]hoto|[Pp]icture|[Bb]ild(?:quelle)?|[Ii]mage|[Cc]redit|[Qq]uelle)s?\s*(?::|by\b|von\b)\s*[^.!?]{2,60}$`,
    String.raw`(?:[.!?…]["”»)]?|\s|\()\s?©\s?[^.!?]{2,60}$`,
    String.raw`[.!?…]\s*(?:AFP|AP|EPA|REUTERS|Reuters|뉴시스|연합뉴스|뉴스1)(?:\s?[/|,-]\s?[^.!?]{2,40})?$`,
    String.raw`\((?:AFP|AP|EPA|REUTERS|Reuters|dpa|imago)\s?[/|]\s?[^.!?]{2,40}\)$`,
    '撮影[)）]?$',
  ].join('|'),
  'u',
)

/** The labels of buttons and boxes. */
export const label =
  /^(?:share(?: this(?: article| story)?)?|save|print|email|copy link|link copied!?|copied!?|advert(?:isement)?|sponsored|comments?(?: \(?\d+\)?)?|skip to (?:main )?content|continue reading|(?:story|article) continues (?:below|after)[\p{L} ]{0,30}|loading.*|topics?|tags?|newsletter|follow|more|menu|close|teilen|drucken|merken|anzeige|werbung|kommentare?|inhalt|weitere informationen|partager|publicité|commentaires?|compartir|publicidad|comentarios|condividi|pubblicità|compartilhe|delen|advertentie|del|annonse|annons|reklama|reklam|udostępnij|sdílet|paylaş|реклама|поделиться|広告|シェア|分享|광고)\s*[:.]?$/iu

/** "Published …", "Stand: …", "4 min read": when it was written and how long it takes. */
export const timing =
  /(?:\b\d+[- ]?min(?:ute[ns]?|uten|utes?)?\.? (?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura)|lesedauer|lesezeit|reading time|temps de lecture|leestijd|tempo di lettura|tiempo de lectura)|^(?:first |last )?(?:published|updated|posted|modified|publiziert|veröffentlicht|aktualisiert|zuletzt aktualisiert|erstellt|stand|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publisert|oppdatert|publicerad|uppdaterad|opdateret|opublikowano|aktualizacja|aktualizováno|güncelleme|обновлено|опубликовано)\b/iu

/** A line that is a moment: a day of a year with a time of day, or how long ago. */
export const moment =
  /^(?=.*\b(?:19|20)\d\d\b)(?=.*\d{1,2}[:.h]\d\d).{8,60}$|^\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago$|^(?:duration )?\d{1,2}:\d\d(?::\d\d)?(?: min\.?)?$|^vor \d{1,2} (?:minuten?|stunden?|tagen?)$/iu

/** What is told of an author: who one is, what one covers. */
export const biography =
  /(?:\p{Lu}[\p{L}’'-]+,? (?:\(.{1,40}\) )?(?:is|was|are|has been|covers|writes|reports|joined|works|ist|war|schreibt|arbeitet|berichtet|est|écrit|couvre|es|fue|escribe|cubre|è|scrive|is een|é|escreve|är|er|jest|je)) /u

/** What comes with an account or a subscription. */
export const offers = [
  /unlimited (?:online |digital )?access|unbegrenzt(?:er|en)? zugang|accès illimité|acceso ilimitado/i,
  /create an account|create your account|registrieren|créez? (?:un|votre) compte|crea(?:r)? (?:una|tu) cuenta/i,
  /sign in|log in|anmelden|einloggen|connectez-vous|inicia(?:r)? sesión/i,
  /email updates|newsletters?\b/i,
  /join the conversation|commenting community/i,
  /\be-?paper\b|print edition|digital edition/i,
  /subscri(?:be|ption)|abonnement|abonnieren|abonnez|suscríb|suscripción/i,
  /additional articles|exclusive (?:articles|content)|ad-free/i,
]

/** How a byline begins. */
export const byline =
  /^(?:(?:written|reported|story|text|a column|analysis|opinion|kolumne|kommentar|ein \S+)\s+)?(?:by|von|por|par|di|door|av|af|autor(?:in)?|text|redaktion)[:\s]\s*\p{Lu}/iu

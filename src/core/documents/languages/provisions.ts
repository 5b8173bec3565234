import type { Language } from './language.ts'

/** How a language cites an article. The strings are sources of expressions. */
export interface Provisions {
  readonly article: string
  /** After the noun in the plural more articles may follow. */
  readonly plural: RegExp
  /** Numbers as words, in order from one; empty where there are none. */
  readonly ordinals: readonly string[]
  readonly paragraph: string
  readonly point: string
  /** Between articles of a list. */
  readonly and: string
  /** Between a paragraph and the article after it: "paragraphe 2 de l’article 17". */
  readonly of: string
  /** Between an article and the treaty after it. */
  readonly ofTreaty: RegExp
  /** Another instrument, after an article and what links them, or before it. */
  readonly other: RegExp
}

/** The articles of what links a provision with its instrument. */
const link = (source: string): RegExp => new RegExp(`^,? ?(?:${source})?$`, 'iu')
const other = (source: string): RegExp => new RegExp(`(?:^|[ '’])(?:${source})`, 'iu')

export const PROVISIONS: Readonly<Record<Exclude<Language, 'zh'>, Provisions>> = {
  fr: {
    article: 'articles?|art\\.',
    plural: /^articles/i,
    ordinals: ['premier|1er|Ier'],
    paragraph: 'paragraphes?|par\\.|para\\.|alinéas?|al\\.|§',
    point: 'alinéa|point|lettre|let\\.',
    and: ', |,? et |,? ou | à | ?[-–] ?',
    of: " de l[’']| de | du |, ",
    ofTreaty: link(
      "de la |du |des |de l['’]|de |à la |au |de cette |de ce |de ladite |dudit |de la présente |du présent ",
    ),
    other: other(
      'charte|constitution|code|loi|statut|décret|pacte|règlement|ordonnance|conventions de genève',
    ),
  },
  es: {
    article: 'artículos?|arts?\\.',
    plural: /^(?:artículos|arts\.)/i,
    ordinals: ['primero|1º|1\\.º', 'segundo', 'tercero', 'cuarto', 'quinto'],
    paragraph: 'párrafos?|apartados?|párr\\.|apdo\\.|numeral|inciso',
    point: 'letra|inciso|apartado|literal',
    and: ', |,? y |,? o | a | al | ?[-–] ?',
    of: ' del | de |, ',
    ofTreaty: link(
      'de la |del |de los |de las |de |a la |al |de esta |de este |de dicha |de dicho |de la presente |del presente ',
    ),
    other: other('carta|constitución|código|ley|estatuto|decreto|pacto|reglamento|convenios de ginebra'),
  },
  de: {
    article: 'Artikeln?|Artikels|Art\\.',
    plural: /^(?:Artikeln?|Art\.)/i,
    ordinals: [],
    paragraph: 'Absatz(?:es)?|Absätzen?|Abs\\.|Ziffer|Ziff\\.|Nummer|Nr\\.',
    point: 'Buchstabe|lit\\.|Buchst\\.',
    and: ', |,? und |,? oder | bis | ?[-–] ?',
    of: ' von | des | der |, ',
    ofTreaty: link(
      'des |der |von |im |in |dieses |dieser |aus dem |zum |zur |vom |gemäß dem |nach dem |des vorliegenden ',
    ),
    other: other(
      'charta|verfassung|grundgesetz\\p{L}*|gg|gesetz\\p{L}*|statut\\p{L}*|verordnung|pakt\\p{L}*|strafgesetzbuch\\p{L}*|genfer abkommen|eu-vertrag\\p{L}*|aeuv|euv',
    ),
  },
  it: {
    article: 'articol[oi]|artt?\\.',
    plural: /^(?:articoli|artt\.)/i,
    ordinals: ['primo|1°|1º', 'secondo', 'terzo'],
    paragraph: 'paragraf[oi]|comm[ai]|par\\.|§',
    point: 'lettera|lett\\.',
    and: ', |,? e |,? o | a | ?[-–] ?',
    of: " dell[’']| del | di |, ",
    ofTreaty: link(
      "della |del |dello |dell['’]|dei |di |alla |al |di questa |di questo |della presente |del presente ",
    ),
    other: other('carta|costituzione|codice|legge|statuto|decreto|patto|regolamento|convenzioni di ginevra'),
  },
  pt: {
    article: 'artigos?|arts?\\.',
    plural: /^(?:artigos|arts\.)/i,
    ordinals: ['primeiro|1º|1\\.º', 'segundo', 'terceiro'],
    paragraph: 'parágrafos?|n\\.?[º°]|número|par\\.|§',
    point: 'alínea|letra|inciso',
    and: ', |,? e |,? ou | a | ao | ?[-–] ?',
    of: ' do | da | de |, ',
    ofTreaty: link('da |do |das |dos |de |desta |deste |da presente |do presente |à |ao '),
    other: other('carta|constituição|código|lei|estatuto|decreto|pacto|regulamento|convenções de genebra'),
  },
  ru: {
    article: 'стать(?:я|и|е|ю|ёй|ей|ям|ями|ях)|статей|ст\\.',
    plural: /^(?:статьи|статьях|статьям|статьями|статей|ст\.)/i,
    ordinals: ['перв(?:ая|ой|ую)'],
    paragraph: 'пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|п\\.|пп\\.|част(?:ь|и|ью)|ч\\.|параграф(?:а|у|ом|е)?',
    point: 'подпункт(?:а|у|ом|е)?|пп\\.|подп\\.|букв[аы]',
    and: ', |,? и |,? или | по | ?[-–—] ?',
    of: ' |, ',
    ofTreaty: link('к |в |настоящей |настоящего |этой |этого |данной |данного |указанной '),
    other: other(
      'устав\\p{L}*|конституци\\p{L}*|кодекс\\p{L}*|закон\\p{L}*|статут\\p{L}*|указ\\p{L}*|пакт\\p{L}*|женевск\\p{L}* конвенци\\p{L}*',
    ),
  },
  ar: {
    article: '[وفبل]?(?:ال|ل)?(?:مادة|مواد|مادتين|مادتان)',
    plural: /(?:مواد|مادتين|مادتان)/,
    ordinals: [
      'الأولى',
      'الثانية(?! عشرة)',
      'الثالثة(?! عشرة)',
      'الرابعة(?! عشرة)',
      'الخامسة(?! عشرة)',
      'السادسة(?! عشرة)',
      'السابعة(?! عشرة)',
      'الثامنة(?! عشرة)',
      'التاسعة(?! عشرة)',
      'العاشرة',
      'الحادية عشرة',
      'الثانية عشرة',
      'الثالثة عشرة',
      'الرابعة عشرة',
      'الخامسة عشرة',
      'السادسة عشرة',
      'السابعة عشرة',
      'الثامنة عشرة',
      'التاسعة عشرة',
      'العشر(?:ون|ين)',
      'الحادية والعشر(?:ون|ين)',
      'الثانية والعشر(?:ون|ين)',
      'الثالثة والعشر(?:ون|ين)',
    ],
    paragraph: '[وفب]?(?:ال|ل)?(?:فقرة|بند|فقرات|فقرتين)',
    point: '(?:الفقرة الفرعية|البند|الحرف)',
    and: '، ?| ?و ?| أو | إلى | ?[-–] ?',
    of: ' من |، ?',
    ofTreaty: link('من |في |ضمن |من هذه |من هذا '),
    other: other('ميثاق|الميثاق|دستور|الدستور|قانون|القانون|النظام الأساسي|المرسوم|العهد|اتفاقيات جنيف'),
  },
}

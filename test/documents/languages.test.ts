import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectMarks, read } from './support.ts'

describe('States in French', () => {
  test.each([
    'La [France|FRA] et l’[Allemagne|DEU] ont voté ; les [Pays-Bas|NLD] et le [Royaume-Uni|GBR] se sont abstenus.',
    'Le gouvernement [russe|RUS] et les [Ukrainiens|UKR] négocient avec des diplomates [français|FRA].',
    'La [République islamique d’Iran|IRN] et la [République française|FRA] ont signé, ainsi que le [Royaume du Maroc|MAR].',
    'Le [Niger|NER] et le [Nigeria|NGA], la [Guinée|GIN], la [Guinée équatoriale|GNQ] et la [Guinée-Bissau|GNB] étaient là.',
    'Les [Nigériens|NER] et les [Nigérians|NGA] se sont réunis avec les [Sud-Africains|ZAF].',
    'La délégation parle en russe et en allemand, et la langue française domine les débats.',
    'La mer de Chine méridionale, le golfe de Guinée et l’océan Indien sont calmes, dit l’Agence France-Presse.',
    'Selon [Paris|FRA], rien ne change ; à Moscou et dans la ville de Londres, la foule défile.',
    '[Washington|USA] n’a pas signé et [Ankara|TUR] refuse toujours.',
    'Les relations franco-[allemandes|DEU] sont bonnes, et la coopération latino-américaine aussi.'.replace(
      'franco',
      '[franco|FRA]',
    ),
    'Maurice est arrivé avec la dinde, et la grenade a explosé près du mur de la maison.',
    'RÉUNION AVEC LA [RÉPUBLIQUE DU SÉNÉGAL|SEN] ET LES DÉLÉGATIONS POUR LA PAIX',
  ])('%s', notation => expectMarks('state', notation))
})

describe('States in Spanish, Italian and Portuguese', () => {
  test.each([
    'Los [Estados Unidos de América|USA], la [Federación de Rusia|RUS] y [China|CHN] no firmaron; tampoco [EE. UU.|USA] lo hará.',
    'El presidente [ruso|RUS] recibió a los [costarricenses|CRI] y a la ministra [española|ESP] en la capital.',
    'Comimos un chile picante en Granada, y la viceministra Francia Restrepo habló en español.',
    '[Moscú|RUS] rechazó el texto, pero en Moscú nadie protestó contra la decisión de los ministros.',
    'El general Arturo Chile, vecino de la avenida Brasil, saludó a los [chilenos|CHL] con una larga carta.',
    '[Madrid|ESP] no participó en la votación. [Austria|AUT] sí participó, y también los demás Estados.',
    'Il governo [francese|FRA], i [tedeschi|DEU] e le autorità [turche|TUR] hanno chiesto aiuto alla [Repubblica Ceca|CZE].',
    'Hanno mangiato insalata russa e parlano russo e italiano con gli amici della città.',
    'O governo [francês|FRA], os [alemães|DEU] e as autoridades [brasileiras|BRA] visitaram a [Guiné-Bissau|GNB] e a [Coreia do Sul|KOR].',
  ])('%s', notation => expectMarks('state', notation))
})

describe('States in German', () => {
  test.each([
    'Die [russische|RUS] Regierung und die [Ukrainer|UKR] sprachen mit dem Botschafter der [Vereinigten Staaten|USA].',
    'Die Haltung [Chinas|CHN] und der [Türkei|TUR] ist bekannt; die [Bundesrepublik Deutschland|DEU] stimmte zu.',
    'Er spricht Russisch und hat das Buch auf Deutsch gelesen, nicht in der französischen Sprache.',
    'Hans Jordan und die Deutsche Bank haben mit dem Golf von Mexiko nichts zu tun.',
    '[Moskau|RUS] lehnte die Einladung ab, doch in Berlin und aus Wien kam kein Wort dazu.',
    'Die [Tschechische Republik|CZE] und das [Königreich Schweden|SWE] haben das Abkommen unterzeichnet.',
    'Die [US|USA]-Regierung und die [deutsch|DEU]-[polnische|POL] Grenze waren das Thema der Sitzung.',
  ])('%s', notation => expectMarks('state', notation))
})

describe('States in Russian', () => {
  test.each([
    'Президент [России|RUS] говорил с [Францией|FRA], [Турцией|TUR] и [Объединёнными Арабскими Эмиратами|ARE].',
    '[Российская Федерация|RUS], [США|USA] и [КНДР|PRK] не подписали; [Чешской Республике|CZE] помогла [Республика Корея|KOR].',
    '[Литовские|LTU] депутаты и [американцы|USA] встретили [россиян|RUS].',
    'Из-за того, что [Чад|TCD] и [Мали|MLI] подписали, того же ждут и от других.',
    '[Москва|RUS] заявила протест, а в Москве шёл снег; он хорошо говорит на русском языке.',
    '[Российско|RUS]-[украинский|UKR] конфликт и Индийский океан — разные темы.',
  ])('%s', notation => expectMarks('state', notation))
})

describe('States in Arabic', () => {
  test.each([
    'وقعت [فرنسا|FRA] و[ألمانيا|DEU] و[المملكة المتحدة|GBR] مع [جمهورية إيران الإسلامية|IRN].',
    'قال الوزير [الروسي|RUS] إن [موسكو|RUS] تدعم القرار، بينما وصل الوفد إلى موسكو.',
    'تحدث الوفد باللغة الفرنسية عن الدعم المالي في [مالي|MLI] و[النيجر|NER].',
    'على ضفاف نهر الأردن وفي خليج عمان وعلى المحيط الهندي.',
  ])('%s', notation => expectMarks('state', notation))
})

describe('States in Chinese', () => {
  test.each([
    '[中华人民共和国|CHN]、[俄罗斯联邦|RUS]和[法国|FRA]代表发言。',
    '发展中国家和拉美国家支持[印度尼西亚|IDN]，也支持[印度|IND]。',
    '[几内亚比绍|GNB]、[赤道几内亚|GNQ]和[尼日利亚|NGA]加入，几内亚湾平静。',
    '[俄|RUS][乌|UKR]冲突升级，[美国|USA]政府表示支持。',
    '[老挝人|LAO]最清楚，上海地区和印度洋的居民则不同。',
    '[华盛顿|USA]拒绝签署，会议在华盛顿举行。',
  ])('%s', notation => expectMarks('state', notation))
})

describe('treaties', () => {
  test.each([
    'La [Convention sur les armes à sous-munitions|ccm] lie les États. [La Convention|ccm] et le [TNP|npt] restent en vigueur.',
    'Le [Traité sur l’interdiction des armes nucléaires|tpnw] ([TIAN|tpnw]) ; les traités de paix ne sont pas ce texte.',
    'La [Convención sobre Municiones en Racimo|ccm] y el [Tratado sobre el Comercio de Armas|att] son obligatorios para los Estados.',
    'Das [Übereinkommen über Streumunition|ccm] gilt. [Dieses Übereinkommen|ccm] und der [Atomwaffensperrvertrag|npt] binden; der Koalitionsvertrag nicht.',
    'La [Convenzione sulle munizioni a grappolo|ccm] è in vigore; il testo della [Convenzione|ccm] è chiaro per gli Stati.',
    'A [Convenção sobre Munições de Dispersão|ccm] está em vigor e o texto da [Convenção|ccm] obriga os Estados.',
    'Государства подписали [Конвенцию по кассетным боеприпасам|ccm]. Участники [Конвенции|ccm] и [Договора о нераспространении ядерного оружия|npt] собрались.',
    'انضمت الدول إلى [اتفاقية الذخائر العنقودية|ccm] وتلتزم ب[الاتفاقية|ccm] التزاما كاملا.',
    '各国签署了《[集束弹药公约|ccm]》。[该公约|ccm]已经生效，《[不扩散核武器条约|npt]》也有效。',
  ])('%s', notation => expectMarks('treaty', notation))

  test('a noun that the text defines means its treaty, also after another one is named', () => {
    const text =
      'La Convention sur les armes à sous-munitions (ci-après « la Convention ») est ouverte.\n\nLa Convention sur certaines armes classiques existe aussi.\n\nLes parties à la Convention se réunissent.'
    const pointers = read(text).mentions.filter(one => one.rule === 'treaty-pointer-defined')
    expect(pointers.at(-1)).toMatchObject({ value: { treaty: 'ccm' } })
  })

  test('an acronym that the text gives to a treaty stands for it', () => {
    const text =
      'La Convention sur les armes à sous-munitions (ci-après « CSM ») est en vigueur. La CSM lie les États.'
    const named = read(text).mentions.filter(one => one.kind === 'treaty' && one.text === 'CSM')
    expect(named.at(-1)).toMatchObject({ value: { treaty: 'ccm', named: true } })
  })
})

describe('dates', () => {
  test.each([
    'Signée le [3 décembre 2008|2008-12-03], en vigueur le [1er août 2010|2010-08-01], amendée [fin juillet 2023|2023-07] et en [2008|2008].',
    'La conférence se tient du [3 au 5 mai 2010|2010-05-03/2010-05-05], pendant l’[été 2006|2006-22] ; environ 2000 mines en l’espace de [huit ans|P8Y].',
    'Les délégués se sont réunis [hier|2010-06-14] et la [semaine dernière|2010-06-07/2010-06-13] avec les ministres.',
    'Se firmó el [3 de diciembre de 2008|2008-12-03] y rige desde el [1.º de agosto de 2010|2010-08-01], a [mediados de 2010|2010] y en [mayo|2010-05].'.replace(
      'a [mediados de 2010|2010]',
      '[a mediados de 2010|2010]',
    ),
    'Der Vertrag wurde [1993|1993] unterzeichnet; Damaskus kam [zwanzig Jahre später|2013] und bis heute fehlen manche.',
    'El ministro confirmó [este martes|2010-06-15] que la destrucción terminó el [martes pasado|2010-06-08] en el desierto.',
    'Am [3. Dezember 2008|2008-12-03], vom [3. bis 5. Mai 2010|2010-05-03/2010-05-05] und seit [Anfang März 2009|2009-03] wurde verhandelt.',
    'Il [1º agosto 2010|2010-08-01] e dal [3 al 5 maggio 2010|2010-05-03/2010-05-05] gli Stati hanno discusso della questione.',
    'Em [3 de dezembro de 2008|2008-12-03] e no ano de [2010|2010] os Estados discutiram a questão das minas.',
    'Подписано [3 декабря 2008 года|2008-12-03], вступило в силу в [августе 2010 г.|2010-08], встречи шли с [3 по 5 июня 2010 года|2010-06-03/2010-06-05].',
    'وقعت في [٣ كانون الأول/ديسمبر 2008|2008-12-03] ودخلت حيز النفاذ في [1 أغسطس 2010|2010-08-01] وفي عام [2012|2012].',
    '[2008年12月3日|2008-12-03]签署，[2010年8月|2010-08]生效，[二〇一一年五月六日|2011-05-06]开会，要求在[八年|P8Y]内销毁库存。',
  ])('%s', notation => expectMarks('date', notation, '2010-06-15'))

  test('the first line of a text states its day', () => {
    const text =
      'Заявление министерства\n\nАстана, 29 августа 2024 года\n\nСегодня исполняется год со дня вступления.'
    expect(read(text).document.published).toMatchObject({ value: '2024-08-29', basis: 'stated' })
  })
})

describe('articles', () => {
  test.each([
    'L’[article 21, paragraphe 2|ccm 21(2)], de la Convention sur les armes à sous-munitions et l’[article premier|ccm 1] de la Convention.',
    'Le [paragraphe 2 de l’article 17|att 17(2)] du Traité sur le commerce des armes, et un article du journal.',
    'Les [articles 3|ccm 3] et [4|ccm 4] de la Convention sur les armes à sous-munitions, mais l’[article 55|- 55] de la Constitution.',
    'El [artículo 21, párrafo 2|ccm 21(2)], de la Convención sobre Municiones en Racimo y el [artículo 15.1|ccm 15(1)] de la Convención.',
    'Nach [Artikel 21 Absatz 2|ccm 21(2)] des Übereinkommens über Streumunition und [Art. 3 Abs. 1|ccm 3(1)] gilt das Verbot.',
    'L’[articolo 1, paragrafo 1, lettera c)|ccm 1(1)(c)], della Convenzione sulle munizioni a grappolo obbliga gli Stati.',
    'O [n.º 1 do artigo 5.º|ccm 5(1)] da Convenção sobre Munições de Dispersão obriga os Estados.',
    'Согласно [пункту 2 статьи 21|ccm 21(2)] Конвенции по кассетным боеприпасам; статья в газете об этом молчит.',
    'تنص [الفقرة 2 من المادة 21|ccm 21(2)] من اتفاقية الذخائر العنقودية على ذلك.',
    '《集束弹药公约》[第二十一条第2款|ccm 21(2)]和[第三条|ccm 3]规定了义务。',
  ])('%s', notation => expectMarks('article', notation))

  test('the headings of a law are not mentions of articles', () => {
    expectMarks(
      'article',
      'Loi sur les armes à sous-munitions\n\nArticle premier. – Au sens de la présente loi, le terme est défini.\n\nArt. 2. – Il est interdit à tout ressortissant d’employer ces armes.',
    )
  })
})

describe('what is said of the language', () => {
  test('the reader is told what was looked for and what was not', () => {
    const text = 'La France et l’Allemagne ont signé la Convention sur les armes à sous-munitions.'
    expect(read(text).problems).toContainEqual({
      kind: 'language',
      message:
        'The text is in French: States, treaties, dates and articles were looked for by their French forms and quotations by their marks; organisations, persons, offices, places, laws, meetings, quantities, reported statements and events were not looked for, and claims are checked in English text only.',
    })
  })
  test('a language whose forms are not known is said to be so', () => {
    const text =
      'De regering heeft het verdrag ondertekend, maar het parlement moet nog over de goedkeuring ervan stemmen.'
    expect(read(text).problems.map(({ message }) => message)).toEqual([
      'The text is in Dutch, whose forms are not known: names and dates were looked for by their English forms only.',
    ])
  })
  test('a short English text that trigrams take for another language stays English', () => {
    expect(read('Georgia is a State; Batumi, Georgia, is a port.').document.language).toBe('en')
    expect(read('In February 2022 Russia invaded Ukraine.').document.language).toBe('en')
    expect(read('Malta ratified it on 24 September 2009.').document.language).toBe('en')
    expect(read('El Salvador ratificó en 2011.').document.language).toBe('es')
    expect(read('Niger ratified CCM 2 June 2009').document.language).toBe(null)
  })
})

describe('sentences', () => {
  const sentencesOf = (text: string): readonly string[] =>
    read(text).sentences.map(({ start, end }) => text.slice(start, end))

  test('an ordinal before a German month ends none, a full stop without a blank ends a Chinese one', () => {
    expect(sentencesOf('Der Vertrag gilt seit dem 3. Dezember 2008. Er bindet auch am 1. August.')).toEqual([
      'Der Vertrag gilt seit dem 3. Dezember 2008.',
      'Er bindet auch am 1. August.',
    ])
    expect(sentencesOf('各国签署了公约。公约已经生效！会议结束了。')).toEqual([
      '各国签署了公约。',
      '公约已经生效！',
      '会议结束了。',
    ])
  })
})

describe('any text', () => {
  const scripts = fc.string({
    unit: fc.constantFrom(
      ...'abc éñß.,()«» \n\u00a0\u202f0189٣٤'.split(''),
      ...'Мдо ая кдняг ст.'.split(''),
      ...'المدة وف لل 、，。第条款年月日中国公约人《》'.split(''),
      ...[
        'article ',
        'La Convention ',
        'артикль статья ',
        'المادة ',
        '的',
        ' 3 mai ',
        'Artikel ',
        ' de ',
        'París ',
        'Россия ',
      ],
    ),
    maxLength: 160,
  })
  test('is read without error, and every mention quotes its place', () => {
    fc.assert(
      fc.property(
        scripts,
        fc.constantFrom('fr', 'es', 'de', 'it', 'pt', 'ru', 'ar', 'zh'),
        (text, language) => {
          for (const { start, end, text: quoted } of read(text, undefined, language).mentions)
            expect(text.slice(start, end)).toBe(quoted)
        },
      ),
      { numRuns: 400 },
    )
  })
})

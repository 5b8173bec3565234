/**
 * Scores what is found in a text (mentions, quotations, reported statements, events) against gold: strictly (same
 * place, same value) and leniently (places overlap, same value). One gold item matches one found item.
 *
 * What the gold leaves open is not held against anyone: of a time that has no value ("recently") the place alone is
 * compared, a provision of an instrument that no pack describes needs no name of a treaty, Article VI is Article 6,
 * and a text is scored only in the kinds that are marked in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goldIn } from './gold.mjs'
import { markedFile } from './marked.mjs'

/** What is scored, in the order of the table. */
export const CATEGORIES = [
  'states',
  'metonyms',
  'organisations',
  'people',
  'offices',
  'treaties named',
  'treaties anaphoric',
  'articles',
  'laws',
  'meetings',
  'places',
  'dates',
  'quantities',
  'quotations',
  'scare quotes',
  'reported',
  'events',
]

/** The categories that each kind of mark is scored in. */
const SCORED = {
  state: ['states', 'metonyms'],
  organisation: ['organisations'],
  person: ['people'],
  office: ['offices'],
  treaty: ['treaties named', 'treaties anaphoric'],
  article: ['articles'],
  law: ['laws'],
  meeting: ['meetings'],
  place: ['places'],
  date: ['dates'],
  quantity: ['quantities'],
  quote: ['quotations', 'scare quotes'],
  reported: ['reported'],
  event: ['events'],
}

const FAMILY = [
  ['use', /^(?:use|attack|deployment)/],
  ['transfer', /^(?:transfer|export)/],
  ['production', /^production/],
  ['stockpile', /^(?:stockpile|retained)/],
  [
    'treaty-act',
    /^(?:signature|ratification|accession|withdrawal|refusal-to-join|non-signature|treaty-|entry-into-force)/,
  ],
  ['meeting', /^(?:meeting|reaction-tally|side-event|negotiation-round|vote)/],
  ['statement', /^(?:criticism|request-rejected|demarche|advice-issued|funding-promised)/],
  ['policy', /^policy/],
]
/** The family of an event type, as the guidelines of the gold group them. */
export const familyOf = type => FAMILY.find(([, form]) => form.test(type))?.[0] ?? type

const fold = words =>
  String(words ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|an?|mr|ms|mrs|dr)\.? /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bunited states(?: of america)?\b|\bu s(?: a)?\b|\busa\b/g, 'us')
    .replace(/\bunited kingdom\b|\bu k\b/g, 'uk')

const SEASONS = { SP: '21', SU: '22', FA: '23', AU: '23', WI: '24' }
const dayAfter = (day, days) => new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10)
/** One form for one interval: a week as its days, a season by its number, no time of day. */
const dateValue = value => {
  const text = String(value ?? '?')
    .replace(/T\d\d:\d\dZ?/g, '')
    .replace(/\/\.\.$/, '')
  const week = /^(\d{4})-W(\d\d)$/.exec(text)
  if (week) {
    const fourth = `${week[1]}-01-04`
    const monday = dayAfter(fourth, -((new Date(fourth).getUTCDay() + 6) % 7) + 7 * (week[2] - 1))
    return `${monday}/${dayAfter(monday, 6)}`
  }
  return text.replace(/-(SP|SU|FA|AU|WI)$/, (_, season) => `-${SEASONS[season]}`)
}

/** One form for one number: of a range its lower end, `450,000.0` as 450000. */
const numberValue = value => {
  const text = String(Array.isArray(value) ? value[0] : value).replaceAll(',', '')
  return Number.isNaN(Number(text)) ? text : String(Number(text))
}

const item = (category, start, end, value, more = {}) => ({ category, start, end, value, ...more })

const TREATIES = {
  'ccw-gge': 'ccw',
  'geneva-protocol': 'geneva-protocol-1925',
  'convention-on-the-rights-of-persons-with-disabilities': 'crpd',
}
/** Words of the name of a treaty that a short name leaves out: "Treaty on Open Skies" is `open-skies`. */
const COMMON = /(?:^|-)(?:the|treaty|convention|agreement|statute|pact|on|of|for|to)(?=-|$)/g
/** One form for one treaty: its id, or the name of one that no pack describes, as it is usually shortened. */
const treatyValue = id => {
  const key = String(id)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const protocol = /^ccw-protocol-([iv]+)$/.exec(key)?.[1]
  if (protocol) return `ccw-p${fromRoman(protocol)}`
  const known = TREATIES[key] ?? key
  return (
    known
      .replace(COMMON, '')
      .replace(/^-+|-+$/g, '')
      .replace(/-{2,}/g, '-') || known
  )
}

const packs = new Set(readdirSync(fileURLToPath(new URL('../data/treaties', import.meta.url))))

const ROMAN = { i: 1, v: 5, x: 10 }
const fromRoman = numeral =>
  [...numeral.toLowerCase()]
    .map(letter => ROMAN[letter])
    .reduce((sum, one, at, all) => sum + (one < (all[at + 1] ?? 0) ? -one : one), 0)

/** `npt VI` and `npt 6` are one provision; `null 9` is one of an instrument that no pack describes. */
const articleValue = (treaty, provision) => {
  const id = treaty === null ? null : treatyValue(treaty)
  return `${packs.has(id) ? id : null} ${provision.replace(/\s+/g, '').replace(/^[IVX]+(?=$|\()/i, numeral => fromRoman(numeral))}`
}

/** One mark of a marked text as an item of gold. */
const fromMark = ({ start, end, label }) => {
  const [kind, ...rest] = label.split(/\s+/)
  const value = rest.join(' ')
  switch (kind) {
    case 'state':
      return [
        item('states', start, end, rest[0]),
        ...(rest[1] === 'metonym' ? [item('metonyms', start, end, rest[0])] : []),
      ]
    case 'organisation':
      return [item('organisations', start, end, '', { name: value })]
    case 'person':
      return [item('people', start, end, '', { name: value })]
    case 'office':
      return [item('offices', start, end, '')]
    case 'treaty':
      return [
        item(
          rest.at(-1) === 'anaphoric' ? 'treaties anaphoric' : 'treaties named',
          start,
          end,
          treatyValue(value.replace(/ anaphoric$/, '')),
        ),
      ]
    case 'article':
      return [item('articles', start, end, articleValue(rest[0], rest.slice(1).join('')))]
    case 'law':
      return [item('laws', start, end, '')]
    case 'meeting':
      return [item('meetings', start, end, '')]
    case 'place':
      return [item('places', start, end, '')]
    case 'date':
      return [item('dates', start, end, value.startsWith('?') ? '?' : dateValue(rest[0]))]
    case 'quantity':
      return [item('quantities', start, end, numberValue(rest[0]))]
    case 'quote':
      return value === 'scare'
        ? [item('scare quotes', start, end, '')]
        : [item('quotations', start, end, '', { speaker: value === '?' ? null : value })]
    case 'reported':
      return [item('reported', start, end, '', { speaker: value === '?' ? null : value })]
    case 'event':
      return [item('events', start, end, familyOf(rest[0]), { type: rest[0] })]
    default:
      throw new Error(`There is no kind "${kind}" of mark.`)
  }
}

/** A marked text: its text, the date that is given, the categories in which it is scored, and the gold items. */
export const fromMarked = (name, content) => {
  const { text, marks, date, language, kinds } = markedFile(content)
  const gold = marks.flatMap(fromMark)
  const categories = (kinds?.split(/\s+/) ?? Object.keys(SCORED)).flatMap(kind => {
    if (!SCORED[kind]) throw new Error(`${name}: there is no kind "${kind}" of mark.`)
    return SCORED[kind]
  })
  const stray = gold.find(one => !categories.includes(one.category))
  if (stray)
    throw new Error(
      `${name}: "${text.slice(stray.start, stray.end)}" is marked in ${stray.category}, which "kinds:" leaves out.`,
    )
  return { name, text, date, language: language ?? 'en', categories, gold, ignored: [] }
}

/** The marked texts of a folder. */
export const markedIn = folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.marked'))
    .sort()
    .map(name => fromMarked(name.replace(/\.marked$/, ''), readFileSync(join(folder, name), 'utf8')))

const NOT_ANNOTATED = new Set(['related', 'link-farm', 'article-info', 'cable-header', 'furniture'])

/** An annotated seed: its items, and the zones where what is found is neither right nor wrong. */
export const fromSeed = (gold, text) => {
  const list = name => gold[name] ?? []
  const items = [
    ...list('states').map(one => item('states', one.start, one.end, one.iso3, { zone: one.zone })),
    ...list('states')
      .filter(one => one.kind === 'metonym' && one.role !== 'post')
      .map(one => item('metonyms', one.start, one.end, one.iso3, { zone: one.zone })),
    ...list('orgs').map(one =>
      item('organisations', one.start, one.end, '', { name: one.org, zone: one.zone }),
    ),
    ...list('people').map(one =>
      item('people', one.start, one.end, '', { name: one.person, zone: one.zone }),
    ),
    ...list('roles').map(one => item('offices', one.start, one.end, '', { zone: one.zone })),
    ...list('treaties').map(one =>
      item(one.named ? 'treaties named' : 'treaties anaphoric', one.start, one.end, treatyValue(one.treaty), {
        zone: one.zone,
      }),
    ),
    ...list('articles').map(one =>
      item('articles', one.start, one.end, articleValue(one.treaty, String(one.article)), { zone: one.zone }),
    ),
    ...list('laws').map(one => item('laws', one.start, one.end, '', { zone: one.zone })),
    ...list('meetings').map(one => item('meetings', one.start, one.end, '', { zone: one.zone })),
    ...list('places').map(one => item('places', one.start, one.end, '', { zone: one.zone })),
    ...list('dates').map(one =>
      item('dates', one.start, one.end, one.vague ? '?' : dateValue(one.value), { zone: one.zone }),
    ),
    ...list('quantities').map(one =>
      item('quantities', one.start, one.end, numberValue(one.value), { zone: one.zone }),
    ),
    ...list('quotes').map(one =>
      one.scare
        ? item('scare quotes', one.start, one.end, '', { zone: one.zone })
        : item('quotations', one.start, one.end, '', {
            speaker: one.speaker,
            also: one.speakerText,
            zone: one.zone,
          }),
    ),
    ...list('reported').map(one =>
      item('reported', one.start, one.end, '', {
        speaker: one.speaker === 'unspecified' ? null : one.speaker,
        zone: one.zone,
      }),
    ),
    ...list('events').map(one =>
      item('events', one.start, one.end, familyOf(one.type), { type: one.type, zone: one.zone }),
    ),
  ].filter(one => !NOT_ANNOTATED.has(one.zone))
  return {
    name: gold.seed,
    text,
    date: gold.meta.published?.docDateForResolution ?? gold.meta.docDateForResolution,
    language: gold.meta.lang ?? 'en',
    categories: CATEGORIES,
    gold: items,
    ignored: gold.zones.filter(zone => NOT_ANNOTATED.has(zone.type)),
  }
}

/** The annotated documents among the gold files of a folder. */
const annotatedIn = (folder, texts) =>
  goldIn(folder, texts)
    .filter(({ annotated }) => annotated)
    .map(({ path, annotated }) => fromSeed(annotated, readFileSync(path, 'utf8')))

/** What a folder has to score annotations by: marked texts, in it or in its folder `marked`, and annotated documents. */
export const annotationsIn = (folder, texts = folder) => [
  ...markedIn(folder),
  ...(existsSync(join(folder, 'marked')) ? markedIn(join(folder, 'marked')) : []),
  ...annotatedIn(folder, texts),
]

/** The day of a document that is given from outside, if it is a whole day. */
export const givenDay = ({ date }) => /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]

const provision = ({ article, paragraph, point }) =>
  `${article}${paragraph ? `(${paragraph})` : ''}${point ? `(${point})` : ''}`

const fromMention = ({ kind, start, end, value }) => {
  switch (kind) {
    case 'state':
      return [
        item('states', start, end, value.iso3),
        ...(value.as === 'capital' || value.as === 'institution'
          ? [item('metonyms', start, end, value.iso3)]
          : []),
      ]
    case 'organisation':
      return [item('organisations', start, end, '', { name: value.name ?? value.id })]
    case 'person':
      return [item('people', start, end, '', { name: value.name })]
    case 'office':
      return [item('offices', start, end, '')]
    case 'treaty':
      return [
        item(value.named ? 'treaties named' : 'treaties anaphoric', start, end, treatyValue(value.treaty)),
      ]
    case 'article':
      return [item('articles', start, end, articleValue(value.treaty, provision(value)))]
    case 'law':
      return [item('laws', start, end, '')]
    case 'meeting':
      return [item('meetings', start, end, '')]
    case 'place':
      return [item('places', start, end, '')]
    case 'date':
      return [item('dates', start, end, value.edtf === undefined ? '?' : dateValue(value.edtf))]
    case 'quantity':
      return [item('quantities', start, end, numberValue(value.value))]
    default:
      return []
  }
}

/** Who speaks; the State of a person, an office or an organisation is not itself the one who spoke. */
const speakerOf = (one, named) => ({
  speaker: one.speaker ?? null,
  also: one.speakerText,
  ...(one.iso3 && !named.has(one.speaker) && { iso3: one.iso3 }),
})

/** What a reading found, as items; mentions of low confidence are suggestions and are not scored. */
export const foundIn = reading => {
  const mentions = reading.mentions.filter(one => one.confidence !== 'low')
  const named = new Set(
    mentions
      .filter(({ kind }) => kind === 'person' || kind === 'organisation' || kind === 'office')
      .flatMap(({ text, value }) => [text, value.name]),
  )
  return [
    ...mentions.flatMap(fromMention),
    ...reading.quotations.map(one =>
      one.scare
        ? item('scare quotes', one.start, one.end, '')
        : item('quotations', one.start, one.end, '', speakerOf(one, named)),
    ),
    ...reading.reported.map(one => item('reported', one.start, one.end, '', speakerOf(one, named))),
    ...reading.events.map(one => item('events', one.start, one.end, familyOf(one.type), { type: one.type })),
  ]
}

const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
const LONG = new Set(['quotations', 'scare quotes', 'reported', 'events'])
const ENOUGH = { quotations: 0.8, 'scare quotes': 0.8, reported: 0.5, events: 0.3 }

/** A time without a value is compared by its place alone. */
const isSameValue = (gold, found) => gold.value === '?' || gold.value === found.value

const matches = {
  strict: (gold, found) => gold.start === found.start && gold.end === found.end && isSameValue(gold, found),
  lenient: (gold, found) => {
    const shared = overlap(gold, found)
    if (shared <= 0 || !isSameValue(gold, found)) return false
    if (!LONG.has(gold.category)) return true
    return shared >= ENOUGH[gold.category] * Math.max(gold.end - gold.start, found.end - found.start)
  },
  place: (gold, found) => gold.start === found.start && gold.end === found.end,
}

/** Pairs gold with found items, those that share most first. */
const paired = (gold, found, fits) => {
  const candidates = gold
    .flatMap((one, g) =>
      found.flatMap((other, f) => (fits(one, other) ? [{ g, f, shared: overlap(one, other) }] : [])),
    )
    .sort((a, b) => b.shared - a.shared)
  const usedGold = new Set()
  const usedFound = new Set()
  const pairs = []
  for (const { g, f } of candidates) {
    if (usedGold.has(g) || usedFound.has(f)) continue
    usedGold.add(g)
    usedFound.add(f)
    pairs.push([gold[g], found[f]])
  }
  return {
    pairs,
    missed: gold.filter((_, g) => !usedGold.has(g)),
    extra: found.filter((_, f) => !usedFound.has(f)),
  }
}

/** Whether two names are those of one speaker: the same words, or all words of the shorter in the longer. */
const isSameSpeaker = (gold, found) => {
  if (/^[A-Z]{3}$/.test(gold.speaker ?? '') && found.iso3 === gold.speaker) return true
  if (gold.also && isSameSpeaker({ speaker: gold.also }, found)) return true
  const wanted = fold(gold.speaker).split(' ').filter(Boolean)
  return [found.speaker, found.also].some(name => {
    const words = fold(name).split(' ').filter(Boolean)
    if (words.length === 0) return wanted.length === 0
    const [short, long] = words.length < wanted.length ? [words, wanted] : [wanted, words]
    return short.length > 0 && short.every(word => long.includes(word))
  })
}

/** The names under which the register knows one organisation, each to all of them: `au` to `African Union`. */
export const aliasesIn = world =>
  new Map(
    [
      ...world.organisations.map(({ name, names }) => [name, ...names]),
      ...world.blocs.map(({ id, title, names }) => [id, title, ...names]),
    ].flatMap(names => names.map(name => [fold(name), names])),
  )

const isSameName = (gold, found, aliases) =>
  gold.name === undefined
    ? isSameSpeaker(gold, found)
    : [found.name, ...(aliases?.get(fold(found.name)) ?? [])].some(name =>
        isSameSpeaker({ speaker: gold.name }, { speaker: name }),
      )

const isTreaty = ({ category }) => category.startsWith('treaties')

/**
 * What is found, a treaty that no pack describes under the name that the gold gives it: such names are anybody's ("jcpoa",
 * "joint-comprehensive-plan-of-action"), and which two are one is seen where both stand on the same words.
 */
const namedAlike = (gold, found) => {
  const names = new Map()
  for (const one of gold) {
    const isBare = isTreaty(one) && one.category === 'treaties named' && !packs.has(one.value)
    const same =
      isBare && found.find(other => isTreaty(other) && other.start === one.start && other.end === one.end)
    if (!same || packs.has(same.value) || names.has(same.value)) continue
    if (![...names.values()].includes(one.value)) names.set(same.value, one.value)
  }
  return found.map(one =>
    isTreaty(one) && names.has(one.value) ? { ...one, value: names.get(one.value) } : one,
  )
}

/**
 * For each category: counts under both measures, and how many of the matched have the right name or speaker. `aliases`
 * says which names are those of one organisation.
 */
export const scoreAnnotations = ({ gold, ignored, categories }, items, aliases) => {
  const outside = items.filter(one => !ignored.some(zone => zone.start <= one.start && one.end <= zone.end))
  const found = namedAlike(gold, outside)
  const rows = {}
  const differences = []
  for (const category of CATEGORIES) {
    if (!categories.includes(category)) continue
    const wanted = gold.filter(one => one.category === category)
    const own = found.filter(one => one.category === category)
    if (wanted.length === 0 && own.length === 0) continue
    const strict = paired(wanted, own, matches.strict)
    const lenient = paired(wanted, own, matches.lenient)
    // The bounds of a long stretch are a matter of taste: its speaker is asked for, and its loss shown, by overlap.
    const shown = LONG.has(category) ? lenient : strict
    const named = shown.pairs.filter(([one]) => one.speaker || one.name)
    const wrong = named.filter(([one, other]) => !isSameName(one, other, aliases))
    rows[category] = {
      gold: wanted.length,
      found: own.length,
      strict: strict.pairs.length,
      lenient: lenient.pairs.length,
      place: paired(wanted, own, matches.place).pairs.length,
      named: named.length,
      rightName: named.length - wrong.length,
    }
    for (const one of shown.missed) differences.push({ ...one, what: 'missed' })
    for (const one of shown.extra) differences.push({ ...one, what: 'extra' })
    for (const [one, other] of wrong)
      differences.push({
        ...one,
        what: `${one.speaker ? 'speaker' : 'name'} ${JSON.stringify(other.speaker ?? other.name ?? null)}`,
      })
  }
  return { rows, differences }
}

/** The sum of scores, category by category. */
export const sumOf = scores => {
  const total = {}
  for (const rows of scores)
    for (const [category, row] of Object.entries(rows)) {
      total[category] ??= { gold: 0, found: 0, strict: 0, lenient: 0, place: 0, named: 0, rightName: 0 }
      for (const [what, count] of Object.entries(row)) total[category][what] += count
    }
  return total
}

/** What a score is short of: gold that is missed, what is found too much, names and speakers that are wrong. */
export const missesOf = rows =>
  Object.fromEntries(
    Object.entries(rows)
      .map(([category, { gold, found, strict, named, rightName }]) => [
        category,
        [gold - strict, found - strict, named - rightName],
      ])
      .filter(([, counts]) => counts.some(count => count > 0)),
  )

/** Where counts of misses are worse than those that are known, one sentence each, and where they are better. */
export const compareMisses = (known, now) => {
  const worse = []
  const better = []
  const sum = counts => counts.reduce((total, count) => total + count, 0)
  for (const category of CATEGORIES) {
    const before = known?.[category] ?? [0, 0, 0]
    const after = now[category] ?? [0, 0, 0]
    const words = `${category}: ${after[0]} missed, ${after[1]} too many, ${after[2]} misnamed; known are ${before.join(', ')}`
    if (after[0] > before[0] || after[1] > before[1] || sum(after) > sum(before)) worse.push(words)
    else if (sum(after) < sum(before)) better.push(words)
  }
  return { worse, better }
}

/**
 * Other libraries on the same texts: wink-nlp, compromise and chrono-node. Each is given its best mapping: States are
 * told from towns by the names that the register knows, titles are taken from persons, stops from the ends, and
 * values are computed for what a library only finds. What it has no words for is not in its `categories`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The version of an installed package. */
const versionOf = name => {
  const main = require.resolve(name)
  const folder = main.slice(0, main.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length)
  return JSON.parse(readFileSync(`${folder}package.json`, 'utf8')).version
}

const item = (category, start, end, value = '', more = {}) => ({ category, start, end, value, ...more })

/** A stretch without blanks, stops, brackets and the possessive at its ends; `undefined` where nothing is left. */
const trimmed = (text, start, end) => {
  const words = text.slice(start, end)
  const before = /^[\s"“”‘’'«»([{,;:.!?—–-]*/.exec(words)[0].length
  let after = words
  let last
  do {
    last = after
    after = after.replace(/[\s"“”‘’'«»)\]},;:!?—–-]+$/, '').replace(/['’]s$/, '')
    if (!/(?:^|[\s.])\p{Lu}\.$/u.test(after)) after = after.replace(/\.+$/, '')
  } while (after !== last)
  return after.length <= before ? undefined : { start: start + before, end: start + after.length }
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const SMALLS = new Map([...SMALL.split(' ').map((word, value) => [word, value]), ['a', 1], ['an', 1]])
const SCALES = {
  hundred: 1e2,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
}

/** The number that begins words: `$450 million` is 450000000, `56 percent` is 0.56. */
const amountOf = words => {
  const found =
    /^[^\p{L}\d]*(?:US|C|A)?[^\p{L}\d]*(\d[\d,]*(?:\.\d+)?|\p{L}+)[\s-]*(hundred|thousand|lakh|million|crore|billion|trillion)?\s*(per ?cent|%)?/iu.exec(
      words,
    )
  if (!found) return undefined
  const number = /\d/.test(found[1])
    ? Number(found[1].replaceAll(',', ''))
    : SMALLS.get(found[1].toLowerCase())
  if (number === undefined) return undefined
  const value = number * (SCALES[found[2]?.toLowerCase()] ?? 1)
  return String(Number((found[3] ? value / 100 : value).toPrecision(12)))
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthOf = word => MONTHS.findIndex(month => month.startsWith(word.toLowerCase().slice(0, 3))) + 1
const two = number => String(number).padStart(2, '0')
const dayOf = date => date.toISOString().slice(0, 10)
const shifted = (day, days) => dayOf(new Date(Date.parse(day) + days * 86400000))

/** `two weeks` as P2W; `undefined` where words are no length of time. */
const durationOf = words => {
  const found = /^(\d+|\p{L}+)[\s-](day|week|month|year)s?$/iu.exec(words)
  const number = found && amountOf(found[1])
  return number ? `P${number}${found[2].charAt(0).toUpperCase()}` : undefined
}

/** The EDTF value of a date that is written out, for a library that finds dates and does not read them. */
const statedDate = words => {
  const plain = words.replace(/^(?:\p{Lu}\p{Ll}+day),? /u, '')
  const day = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,})\.?,? (\d{4})$/u.exec(plain)
  const american = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(plain)
  const month = /^(\p{L}{3,})\.?,? (\d{4})$/u.exec(plain)
  const value = (year, name, number) =>
    monthOf(name) > 0 ? `${year}-${two(monthOf(name))}${number ? `-${two(number)}` : ''}` : undefined
  if (day) return value(day[3], day[2], day[1])
  if (american) return value(american[3], american[1], american[2])
  if (month) return value(month[2], month[1])
  return /^\d{4}$/.test(plain) ? plain : undefined
}

/** wink-nlp finds dates, times and numbers; it gives no values, which are read here from its words. */
const winkNlp = () => {
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner'])
  const { its } = wink
  const read = text => {
    const doc = wink.readDoc(text)
    const tokens = doc.tokens()
    const words = tokens.out(its.value)
    const kinds = tokens.out(its.pos)
    const starts = []
    let cursor = 0
    for (const word of words) {
      const at = text.indexOf(word, cursor)
      starts.push(at)
      cursor = at + word.length
    }
    const spans = doc.entities().out(its.span)
    return doc
      .entities()
      .out(its.detail)
      .flatMap(({ type }, place) => {
        const [first, last] = spans[place]
        const start = starts[first]
        const end = starts[last] + words[last].length
        const own = text.slice(start, end)
        if (type === 'DATE') return [item('dates', start, end, statedDate(own))]
        if (type === 'DURATION') return [item('dates', start, end, durationOf(own))]
        if (type === 'MONEY' || type === 'PERCENT') return [item('quantities', start, end, amountOf(own))]
        // A number counts what the noun after it says; a number alone is no quantity.
        if (type === 'CARDINAL' && kinds[last + 1] === 'NOUN')
          return [item('quantities', start, starts[last + 1] + words[last + 1].length, amountOf(own))]
        return []
      })
  }
  return { name: 'wink-nlp', version: versionOf('wink-nlp'), categories: ['dates', 'quantities'], read }
}

/** compromise tags persons, places, organisations, quotations and numbers; dates need a plugin of their own. */
const compromise = stateOf => {
  const nlp = require('compromise')
  const placed = (text, found) =>
    found.json({ offset: true }).flatMap(({ offset }) => {
      const span = trimmed(text, offset.start, offset.start + offset.length)
      return span ? [{ ...span, words: text.slice(span.start, span.end) }] : []
    })
  const TITLE =
    /^(?:(?:mr|mrs|ms|dr|sir|prof|professor|president|senator|ambassador|judge|colonel|col|gen|general|minister|king|queen|pope)\b\.?\s+)+/i
  const read = text => {
    const doc = nlp(text)
    const states = new Map()
    const others = []
    const sort = (category, list) => {
      for (const { start, end, words } of list) {
        const iso3 = stateOf(words)
        if (iso3) states.set(start, item('states', start, end, iso3))
        else if (category) others.push(item(category, start, end, '', { name: words }))
      }
    }
    // "Oslo, Norway" and "Oslo; France" are one place to it, and two here.
    const parts = placed(text, doc.places()).flatMap(({ start, words }) =>
      [...words.matchAll(/[^,;]+/g)].flatMap(({ index, 0: part }) => {
        const span = trimmed(text, start + index, start + index + part.length)
        return span ? [{ ...span, words: text.slice(span.start, span.end) }] : []
      }),
    )
    sort('places', parts)
    sort('organisations', placed(text, doc.organizations()))
    sort(undefined, placed(text, doc.match('#Demonym')))
    sort(undefined, placed(text, doc.match('#Country+')))
    const people = placed(text, doc.people()).flatMap(({ start, end, words }) => {
      const title = TITLE.exec(words)?.[0].length ?? 0
      const name = words.slice(title)
      return /\p{L}/u.test(name) && !/^(?:president|senator|minister|king|queen|pope)$/i.test(name)
        ? [item('people', start + title, end, '', { name })]
        : []
    })
    const quotations = doc
      .quotations()
      .json({ offset: true })
      .map(({ offset }) => {
        // Its stretch begins with the first word and ends somewhere about the closing mark.
        const before = /["“”„«‘‚'\s]*$/u
          .exec(text.slice(Math.max(0, offset.start - 3), offset.start))[0]
          .trimStart()
        const words = text.slice(offset.start, offset.start + offset.length)
        const last = Math.max(...[...`"”“»’'`].map(mark => words.lastIndexOf(mark)))
        const end = offset.start + (last < 0 ? words.trimEnd().length : last + 1)
        return item('quotations', offset.start - before.length, end, '', { speaker: null })
      })
    const quantities = [
      ...placed(text, doc.match('#Value+ #Plural')),
      ...placed(text, doc.match('#Value+ percent')),
      ...placed(text, doc.numbers()).filter(({ start, end }) =>
        /^\p{Sc}|%$/u.test(text.slice(start, text[end] === '%' ? end + 1 : end)),
      ),
    ]
      .filter(({ words }) => !durationOf(words))
      .map(({ start, end, words }) => item('quantities', start, end, amountOf(words)))
    return [...states.values(), ...others, ...people, ...quotations, ...quantities]
  }
  return {
    name: 'compromise',
    version: versionOf('compromise'),
    categories: ['states', 'organisations', 'people', 'places', 'quantities', 'quotations'],
    read,
  }
}

/** chrono-node reads dates, in the light of the day of the document where one is given. */
const chronoNode = () => {
  const chrono = require('chrono-node')
  const edtfOf = part => {
    const known = name => part.isCertain(name)
    if (known('day') || known('weekday'))
      return dayOf(new Date(Date.UTC(part.get('year'), part.get('month') - 1, part.get('day'))))
    if (known('month')) return `${part.get('year')}-${two(part.get('month'))}`
    return String(part.get('year'))
  }
  const relative = (words, date) => {
    const found = /^(this|last|past|next) (week|month|year)$/i.exec(words)
    if (!found || !date) return undefined
    const step = { this: 0, next: 1 }[found[1].toLowerCase()] ?? -1
    const unit = found[2].toLowerCase()
    if (unit === 'week') {
      const monday = shifted(date, -((new Date(date).getUTCDay() + 6) % 7) + 7 * step)
      return `${monday}/${shifted(monday, 6)}`
    }
    const year = Number(date.slice(0, 4))
    if (unit === 'year') return String(year + step)
    return new Date(Date.UTC(year, Number(date.slice(5, 7)) - 1 + step, 1)).toISOString().slice(0, 7)
  }
  const read = (text, date) =>
    chrono.casual
      .parse(text, { instant: new Date(`${date ?? '2020-01-01'}T12:00:00Z`), timezone: 0 })
      .flatMap(({ index, text: words, start, end }) => {
        const before = /^(?:(?:on|in|at|by|for|from|since|within|during|the)\s+)*/i.exec(words)[0].length
        const span = trimmed(text, index + before, index + words.length)
        if (!span || (start.isCertain('hour') && !start.isCertain('day') && !start.isCertain('weekday')))
          return []
        const own = text.slice(span.start, span.end)
        const value =
          durationOf(own) ?? relative(own, date) ?? (end ? `${edtfOf(start)}/${edtfOf(end)}` : edtfOf(start))
        return [item('dates', span.start, span.end, value)]
      })
  return { name: 'chrono-node', version: versionOf('chrono-node'), categories: ['dates'], read }
}

/**
 * The libraries. `stateOf` gives the code of the State that words name, if they name one: the register's own names,
 * so that what a library calls a country can be compared by value.
 */
export const peersOf = stateOf => [winkNlp(), compromise(stateOf), chronoNode()]

/** The State whose name, abbreviation, adjective or people the words are, as the register knows them; no capitals. */
export const statesBy = (world, fold) => words => {
  const called = form => world.lookup.get(fold(form))?.find(({ as }) => as.kind !== 'capital')?.state.iso3
  return called(words) ?? (/s$/.test(words) ? called(words.slice(0, -1)) : undefined)
}

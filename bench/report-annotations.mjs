/** Prints how well what is mentioned, said and done is found, category by category, and how other libraries do. */
import { cpus } from 'node:os'
import { CATEGORIES, foundIn, missesOf, scoreAnnotations, sumOf } from './annotations.mjs'
import { median, timed } from './measure.mjs'
import { totalOf, totalWords } from './misses.mjs'

const ROUNDS = 5

/** Every text with its score. */
export const scoreAll = (texts, read, aliases) =>
  texts.map(text => ({ text, ...scoreAnnotations(text, foundIn(read(text)), aliases) }))

const percent = (part, whole) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))
const f1 = (hit, { gold, found }) => percent(2 * hit, gold + found)
const cell = (words, width = 9) => String(words).padStart(width)

const printRows = (title, scored) => {
  const total = sumOf(scored.map(({ rows }) => rows))
  console.log(
    `\n${title.padEnd(24)}${['gold', 'found', 'precision', 'recall', 'strict F1', 'lenient F1', 'place F1'].map(one => cell(one, 11)).join('')}   name, speaker`,
  )
  const all = { gold: 0, found: 0, strict: 0, lenient: 0, place: 0 }
  for (const category of CATEGORIES) {
    const row = total[category]
    if (!row) continue
    // A metonym is also a State: it is shown, not counted twice.
    if (category !== 'metonyms') for (const what of Object.keys(all)) all[what] += row[what]
    print(category, row)
  }
  print('all', all)
}

const print = (category, row) =>
  console.log(
    `${category.padEnd(24)}${[
      row.gold,
      row.found,
      percent(row.strict, row.found),
      percent(row.strict, row.gold),
      f1(row.strict, row),
      f1(row.lenient, row),
      f1(row.place, row),
    ]
      .map(one => cell(one, 11))
      .join('')}${row.named ? `   ${percent(row.rightName, row.named)} % of ${row.named}` : ''}`,
  )

const folded = words => words.replace(/\s+/g, ' ')

const printDifferences = ({ text, differences }) => {
  if (differences.length === 0) return
  console.log(text.name)
  for (const { category, what, start, end, value, speaker, name, type } of differences) {
    const before = folded(text.text.slice(Math.max(0, start - 30), start))
    const after = folded(text.text.slice(end, end + 20))
    const facts = [value, speaker, name, type].filter(Boolean).join(' ')
    console.log(
      `    ${category}, ${what}: ${before}[${folded(text.text.slice(start, end))}]${after}${facts ? `   ${facts}` : ''}`,
    )
  }
}

/** The table of each group of languages, and what is missed of what is known to be. */
export const printAnnotations = (scored, { differences, known }) => {
  if (differences) scored.forEach(printDifferences)
  const english = scored.filter(({ text }) => text.language === 'en')
  const other = scored.filter(({ text }) => text.language !== 'en')
  for (const [title, group] of [
    ['English', english],
    ['other languages', other],
  ])
    if (group.length > 0) printRows(`${title}, ${group.length} texts`, group)
  if (!known) return
  const now = Object.fromEntries(
    scored.flatMap(({ text, rows }) => (known.texts[text.name] ? [[text.name, missesOf(rows)]] : [])),
  )
  const before = Object.fromEntries(Object.keys(now).map(name => [name, known.texts[name]]))
  console.log(
    `\nknown misses            ${totalWords(totalOf(before))}\nmisses now              ${totalWords(totalOf(now))}`,
  )
}

/** The same English texts read by others: F1 strict, lenient and of the place alone, and the speed of each, warm. */
export const printPeers = (scored, read, peers) => {
  const texts = scored.map(({ text }) => text)
  const totals = [
    { name: 'Pacta', total: sumOf(scored.map(({ rows }) => rows)), run: () => texts.forEach(read) },
    ...peers.map(peer => {
      const all = text => peer.read(text.text, text.date?.slice(0, 10))
      return {
        name: peer.name,
        version: peer.version,
        categories: peer.categories,
        total: sumOf(texts.map(text => scoreAnnotations(text, all(text)).rows)),
        run: () => texts.forEach(all),
      }
    }),
  ]
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  for (const one of totals) {
    one.run()
    one.rate = bytes / 1000 / median(Array.from({ length: ROUNDS }, () => timed(one.run)))
  }
  console.log(
    `\n${'F1: strict lenient place'.padEnd(26)}${totals.map(({ name, version }) => cell(version ? `${name} ${version}` : name, 26)).join('')}`,
  )
  for (const category of CATEGORIES) {
    if (!totals[0].total[category]) continue
    const cells = totals.map(({ total, categories }) => {
      const row = total[category]
      if (!row || (categories && !categories.includes(category))) return cell('-', 26)
      return cell([row.strict, row.lenient, row.place].map(hit => f1(hit, row).padStart(6)).join(''), 26)
    })
    console.log(`${category.padEnd(26)}${cells.join('')}`)
  }
  const [own] = totals
  const speed = totals.map(({ rate }) => cell(`${rate.toFixed(3)} MB/s`, 26))
  const ratio = totals.map(one => cell(one === own ? '' : `${(own.rate / one.rate).toFixed(2)} times`, 26))
  console.log(
    `${'speed, warm'.padEnd(26)}${speed.join('')}\n${'Pacta is as fast'.padEnd(26)}${ratio.join('')}`,
  )
  const machine = cpus()
  console.log(
    `${texts.length} texts, ${(bytes / 1000).toFixed(0)} kB, median of ${ROUNDS} rounds after one; Node ${process.versions.node}, ${machine.length} x ${machine[0]?.model.trim() ?? 'unknown'}`,
  )
}

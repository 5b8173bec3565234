import { findStretch, squeezed } from './gold.mjs'

const CONTENT = new Set(
  'title byline body heading bio subject cable-header signature footnote transcript caption table quote'.split(
    ' ',
  ),
)

const contentBoundary = (text, zones, gold, fail) => {
  const isContent = new Uint8Array(text.length)
  for (const zone of zones) if (CONTENT.has(zone.type)) isContent.fill(1, zone.start, zone.end)
  const squeezedText = squeezed(text)
  const counts = { hit: 0, missed: 0, extra: 0 }
  let cursor = 0
  for (const zone of gold) {
    const found = findStretch(squeezedText, zone, cursor)
    if (!found) {
      fail(`zone ${zone.type}: "${zone.from}" ... "${zone.to}" is not in the text in this order`)
      counts.missed += zone.from.length + zone.to.length
      continue
    }
    cursor = found.next
    let wrong = 0
    for (let at = found.start; at < found.end; at++) {
      if (/\s/.test(text.charAt(at))) continue
      const is = isContent[at] === 1
      const should = CONTENT.has(zone.type)
      if (is && should) counts.hit++
      else if (is) counts.extra++
      else if (should) counts.missed++
      if (is !== should) wrong++
    }
    if (wrong > 0) {
      const types = zones.filter(one => one.start < found.end && one.end > found.start).map(one => one.type)
      fail(
        `${wrong} characters of ${zone.type} "${text.slice(found.start, found.start + 40).replace(/\s+/g, ' ')}" are ${[...new Set(types)].join(', ')}`,
      )
    }
  }
  return counts
}

const folded = words => (words ?? '').replace(/\s+/g, ' ').trim()
const sorted = list => [...list].sort().join(' | ')

const facts = (document, gold, fail) => {
  const marks = {}
  const mark = (name, is, should, right = is === should) => {
    marks[name] = right ? 1 : 0
    if (!right) fail(`${name}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`)
  }
  if (gold.kind) mark('kind', document.kind, gold.kind)
  mark('title', folded(document.title) || null, folded(gold.title) || null)
  if (gold.authors) mark('authors', sorted(document.authors.map(author => author.name)), sorted(gold.authors))
  const date = ['stated', 'given'].includes(document.published.basis) ? document.published.value : null
  if (gold.published !== undefined) mark('date', date, gold.published)
  if (gold.language) mark('language', document.language, gold.language)
  return {
    marks,
    falseAuthors: !gold.authors
      ? 0
      : document.authors.filter(author => !gold.authors.includes(author.name)).length,
    falseDates:
      gold.published !== undefined &&
      date !== null &&
      date !== gold.published &&
      !(gold.published ?? '').startsWith(date)
        ? 1
        : 0,
  }
}

const shownValue = field => {
  if (Array.isArray(field)) return field.map(shownValue).join(' | ')
  if (field && typeof field === 'object')
    return 'value' in field ? shownValue(field.value) : JSON.stringify(field)
  return folded(String(field ?? ''))
}

const cableFields = (cable, gold, fail) => {
  let right = 0
  let all = 0
  for (const [name, should] of Object.entries(gold.header)) {
    if (name === 'routingAddressee' || should === null) continue
    all++
    let is = shownValue(cable?.header[name])
    let wanted = shownValue(should)
    if (name === 'references' && Array.isArray(should)) {
      const shown = list => (list ?? []).map(one => `${one.label ?? ''}=${one.value}`).join(' | ')
      is = shown(cable?.header.references)
      wanted = shown(should)
    }
    if (is === wanted) right++
    else fail(`cable ${name}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`)
  }
  return { right, all }
}

const cableParagraphs = (text, cable, gold, fail) => {
  const squeezedText = squeezed(text)
  const counts = { right: 0, all: 0, spans: 0 }
  const found = cable?.paragraphs ?? []
  let cursor = 0
  for (const [place, should] of (gold.paragraphs ?? []).entries()) {
    counts.all++
    const stretch = findStretch(squeezedText, should, cursor)
    if (!stretch) {
      fail(`paragraph ${should.n}: "${should.from}" is not in the text`)
      continue
    }
    cursor = stretch.next
    const start = should.start === undefined ? stretch.start : should.start + (should.label ?? '').length
    const is = found.find(one => one.start <= start && one.end > start)
    const label = folded(should.label)
    const right =
      is &&
      is.n === should.n &&
      (is.portion ?? null) === (should.portion ?? null) &&
      (!label || folded(is.label) === label)
    if (right) counts.right++
    else
      fail(
        `paragraph ${should.n} (${should.portion}) "${label}": ${is ? `${is.n} (${is.portion}) "${is.label}"` : 'none'}`,
      )
    if (is && is.end === stretch.end) counts.spans++
    else if (is)
      fail(
        `paragraph ${should.n} ends "${text.slice(Math.max(0, is.end - 30), is.end)}" instead of "${text.slice(stretch.end - 30, stretch.end)}"`,
      )
    void place
  }
  if (found.length > counts.all) {
    fail(`${found.length} paragraphs instead of ${counts.all}`)
    counts.all += found.length - counts.all
  }
  return counts
}

const groups = (cable, gold, fail) => {
  const wanted = gold.addresseeGroups ?? []
  const shown = group =>
    `${group.paragraph}: ${
      Array.isArray(group.posts)
        ? group.posts
            .map(post => post.iso3 ?? post.post ?? post)
            .sort()
            .join(' ')
        : group.posts
    }; ${group.action ? 'action' : 'information'}`
  const found = (cable?.addresseeGroups ?? []).map(shown)
  let right = 0
  for (const group of wanted) {
    const at = found.indexOf(shown(group))
    if (at >= 0) {
      right++
      found.splice(at, 1)
    } else fail(`addressee group ${shown(group)} is not found`)
  }
  for (const extra of found) fail(`addressee group ${extra} is not in the gold`)
  return { right, all: wanted.length + found.length }
}

/** Whether every place is what it says: zones cover all once, words are their slice, the source has them. */
const positions = (source, reading, bytes, fail) => {
  const { text } = source
  let wrong = 0
  const check = (is, what) => {
    if (is) return
    wrong++
    if (wrong < 4) fail(`position: ${what}`)
  }
  const covered = new Uint8Array(text.length)
  for (const zone of reading.zones) for (let at = zone.start; at < zone.end; at++) covered[at]++
  for (let at = 0; at < text.length; at++)
    if (!/\s/.test(text.charAt(at)))
      check(covered[at] === 1, `"${text.slice(at, at + 12)}" lies in ${covered[at]} zones`)
  for (const mention of reading.mentions)
    check(text.slice(mention.start, mention.end) === mention.text, `the mention "${mention.text}"`)
  if (
    source.format === 'text' ||
    source.format === 'html' ||
    source.format === 'xml' ||
    source.format === 'markdown'
  )
    for (const sentence of reading.sentences)
      for (const stretch of source.trace(sentence))
        if (
          stretch.verbatim &&
          stretch.unit === 'byte' &&
          stretch.part === null &&
          source.encoding === 'utf-8'
        ) {
          const words = new TextDecoder().decode(bytes.subarray(stretch.start, stretch.end))
          check(
            text.slice(sentence.start, sentence.end).includes(words),
            `the source has "${words.slice(0, 30)}"`,
          )
        }
  return wrong
}

/** What one document scores against its gold; `fail` is told every difference. */
export const scoreOf = (source, bytes, reading, gold, fail) => ({
  boundary: contentBoundary(source.text, reading.zones, gold.zones ?? [], fail),
  ...facts(reading.document, gold, fail),
  fields: gold.cable ? cableFields(reading.cable, gold.cable, fail) : undefined,
  paragraphs: gold.cable ? cableParagraphs(source.text, reading.cable, gold.cable, fail) : undefined,
  groups: gold.cable ? groups(reading.cable, gold.cable, fail) : undefined,
  misplaced: positions(source, reading, bytes, fail),
})

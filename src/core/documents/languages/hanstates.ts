import type { LocalHit } from './scan.ts'

/** After a row of States of one character each: they are together in something. */
const AFTER_ROW =
  /^(?:两国|三国|双方|三方|关系|战争|冲突|边境|边界|会谈|贸易|合作|同盟|联盟|首脑|峰会|外长|防长|领导人|之间|对话|谈判|协议|协定|条约|军演|联合|战|矛盾|争端|元首)/u
/** After one such character: a side, an army or an office of the State. */
const AFTER_ONE =
  /^(?:方(?![便式法案针向面言])|军(?!事|工|备|火|装|人|队列|控|品|费)|外交部|国防部|外长|防长|总统|首相|总理|使馆|大使|驻(?![地扎军]))/u
/** Before and after one such character: something done to the State. */
const TOWARDS = /[对访驻援赴抗涉]$/u
const OF_THE_STATE =
  /^(?:政策|制裁|出口|军售|军援|关系|贸易|大使|使馆|武器|军事|施压|外交|供应|提供|军火|态度|战略|，|。|、|的)/u
/** Before one such character: it is part of another word. */
const WITHIN = /[集其当今昨每双南北东西完精健优冰坚可所难得宪司立依非合违予]$/u

const isSingle = ({ start, end, entries }: LocalHit): boolean =>
  end - start === 1 && entries.every(({ kind }) => kind === 'combining')

/** How far a row of States of one character each runs from a hit. */
const rowEnd = (hits: readonly LocalHit[], at: number): number => {
  let last = at
  for (
    let next = hits[last + 1];
    next && isSingle(next) && next.start === hits[last]?.end;
    next = hits[last + 1]
  )
    last++
  return last
}

const isMeant = (text: string, { start, end }: LocalHit): boolean => {
  const before = text.slice(Math.max(0, start - 1), start)
  const after = text.slice(end, end + 4)
  if (TOWARDS.test(before)) return OF_THE_STATE.test(after)
  return AFTER_ONE.test(after) && !WITHIN.test(before)
}

/**
 * The hits of a Chinese text without the characters that only seem to stand for a State: these count in rows
 * (俄乌冲突), before an army or an office (美军) and after a verb of direction (对华政策).
 */
export const hanHits = (text: string, hits: readonly LocalHit[]): readonly LocalHit[] => {
  const kept: LocalHit[] = []
  for (let at = 0; at < hits.length; at++) {
    const hit = hits[at]
    if (!hit) continue
    if (!isSingle(hit)) kept.push(hit)
    else {
      const last = rowEnd(hits, at)
      const end = hits[last]?.end ?? hit.end
      const row = hits.slice(at, last + 1)
      if (last > at && AFTER_ROW.test(text.slice(end, end + 4))) kept.push(...row)
      else kept.push(...row.filter(one => isMeant(text, one)))
      at = last
    }
  }
  return kept
}

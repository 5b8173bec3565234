import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import type { SpeechScene } from './frames.ts'

export const wordCount = (text: string): number =>
  text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length

const TERM =
  /(?:\b(?:so-called|titled|entitled|named|known as|dubbed|termed|nicknamed|the (?:term|word|words|phrase|expression|name|slogan|hashtag|nickname)|referred to as|defined as|means?|hereinafter|marked|reading|labelled|headed|a|an)|\()\s*(?:the |a )?$/i

/** "called it a “move of desperation”", "what he termed a “farce”": words that somebody has for a thing, and no term. */
const CALLED =
  /(?<!\p{L})(?:call|describ|dismiss|denounc|condemn|brand|hail|blast|decri|slamm|mock|deem|praise|termed)\p{Ll}{0,4} (?:[\p{L}’'-]+ ){0,6}?an? $/u
const UNCALLED =
  /(?<!\p{L})(?:is|are|was|were|been|be|so|self|often|usually|commonly)[ -]\p{Ll}+ (?:[\p{L}’'-]+ ){0,2}an? $/u

/** Whether few quoted words are held at arm's length rather than cited: a term, a title, irony. */
export const isScare = (text: string, quote: Span): boolean => {
  if (/:\s*$/.test(text.slice(Math.max(0, quote.start - 3), quote.start))) return false
  const inner = text.slice(quote.start + 1, quote.end - 1)
  const count = wordCount(inner)
  return (
    count <= 5 &&
    !/[.!?]$/.test(inner.replace(/,$/, '')) &&
    !(count > 3 && /^[\p{Lu}]/u.test(inner) && /,$/.test(inner))
  )
}

const TITLE =
  /^(?:\p{Lu}[\p{L}’'-]*|\d+)(?: (?:(?:\p{Lu}|\d)[\p{L}\d’'-]*|of|the|and|in|on|for|a|to))*[.,]?$/u

/** A name or the title of a work in quotation marks, in the run of a sentence. */
const isTitle = (text: string, quote: Span): boolean =>
  /[\p{Ll}] $/u.test(text.slice(quote.start - 2, quote.start)) &&
  quote.end - quote.start < 80 &&
  TITLE.test(text.slice(quote.start + 1, quote.end - 1)) &&
  !/^[\p{Lu}][\p{Ll}]+$/u.test(text.slice(quote.start + 1, quote.end - 1)) ===
    /\b(?:of|in|to|the|book|film|essay|report|titled|entitled|called) $/.test(
      text.slice(Math.max(0, quote.start - 12), quote.start),
    )

/** "has been called a “…” by Amnesty": somebody is there who calls it so. */
const BY_SOMEBODY =
  /^ by (?:the |an? )?(?:\p{Lu}|(?:\p{Ll}+ ){0,2}(?:minister|president|ministry|government|envoy|officials?|spokes\p{Ll}+)(?!\p{L}))/u
const isCalled = (lead: string, behind: string): boolean =>
  CALLED.test(lead) && (!UNCALLED.test(lead) || BY_SOMEBODY.test(behind))

const NAMED_SO =
  /(?:\b(?:so-called|titled|entitled|named|known as|nicknamed|the (?:term|word|words|phrase|expression|name|slogan|hashtag|nickname))|\()\s*(?:the |a )?$/i
/** "a “strategic crisis,” said": words that are said, as what stands behind them tells. */
const SAID_BEHIND =
  /^(?:said|says|warned|added|insisted|argued|declared|complained|told|wrote|according to)(?!\p{L})/iu

/** Whether a verb of saying stands right behind few quoted words, with the comma that parts it from what is said. */
export const isSaidBehind = (text: string, quote: Span): boolean => {
  const inner = text.charAt(quote.end - 2)
  const behind = /^(,?)\s{1,2}/.exec(text.slice(quote.end, quote.end + 3))
  if (!behind || (inner !== ',' && behind[1] !== ',')) return false
  return (
    SAID_BEHIND.test(text.slice(quote.end + behind[0].length, quote.end + 24)) &&
    !NAMED_SO.test(text.slice(Math.max(0, quote.start - 40), quote.start))
  )
}

export const isTerm = (text: string, quote: Span): boolean =>
  isTitle(text, quote) ||
  (TERM.test(text.slice(Math.max(0, quote.start - 40), quote.start)) &&
    wordCount(text.slice(quote.start, quote.end)) <= 8 &&
    !isCalled(text.slice(Math.max(0, quote.start - 70), quote.start), text.slice(quote.end, quote.end + 50)))

export const alone = ({ words, paragraphs }: SpeechScene, quote: Span): boolean => {
  const paragraph = paragraphs[spanAt(paragraphs, quote.start)]
  if (!paragraph) return false
  const rest = words.text.slice(paragraph.start, quote.start) + words.text.slice(quote.end, paragraph.end)
  return !/[\p{L}]{3}/u.test(rest)
}

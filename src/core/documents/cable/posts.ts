import type { Span } from '../../evidence/index.ts'
import type { Iso3 } from '../../states/index.ts'
import { type Lexicon, scan } from '../lexicon.ts'
import type { Mention } from '../mention.ts'
import { wordsOf } from '../words.ts'
import type { GroupFrame } from './body.ts'
import type { CableFrame } from './index.ts'
import type { AddresseeGroup, CableAddressee, CableOutline, CablePost } from './outline.ts'

const MISSION =
  /^(?:AM(?:ERICAN )?(?:EMBASSY|EMB|CONSUL(?:ATE)?|CONGEN)|EMBASSY|CONSULATE|AIT|USINT|US LIAISON OFFICE|USLO)\b/

/** The State in which an embassy or a consulate stands, by its city. */
const hostOf = (printed: string, lexicon: Lexicon): Iso3 | undefined => {
  // "OSLO, AMEMBASSY", as the newer form has it.
  const name = printed.replace(/^(.*), ([A-Z ]+)$/, '$2 $1')
  if (!MISSION.test(name)) return undefined
  const words = wordsOf(name.replace(MISSION, '').trim())
  const entries = scan(lexicon, words).state.flatMap(hit => hit.entries)
  const hosts = entries.flatMap(entry => (entry.is === 'city' || entry.is === 'state' ? [entry] : []))
  return hosts.toSorted((a, b) => a.rank - b.rank)[0]?.iso3
}

const withHost =
  (lexicon: Lexicon) =>
  (addressee: CableAddressee): CableAddressee => {
    const postIso3 = hostOf(addressee.value, lexicon)
    return postIso3 ? { ...addressee, postIso3 } : addressee
  }

const NAME = /(?<![A-Za-z])(?:(?!\b(?:AND|OR|and|or)\b)[A-Z][A-Z.'’-]*(?: |(?=[,;/:]|$))?)+/g
const MISSION_NAME = /^(?:US(?:NATO|OSCE|EU|UN|MISSION|Mission|DEL|Del|UNESCO|OECD|OAS)\b|UNVIE\b|CD GENEVA)/
const NO_POST = /^(?:FOR|ACTION|INFO|INFORMATION|POSTS?|ADDRESSEES?|ONLY|EMBASSIES|EMBASSY|MISSIONS?|IN|THE)$/

/** Missions to organisations, as text in mixed case names them. */
const MIXED_MISSION =
  /\bUS(?:UN|NATO|OSCE|EU|Mission|MISSION|Del|DEL)\b(?: (?:to )?(?:the )?[A-Z][A-Za-z]+(?: York)?)?|\bUNVIE(?: Vienna)?\b/g

/** Other names in a group: in capitals each name, else only missions. */
const otherPosts = (text: string, group: Span): readonly CablePost[] => {
  const words = text.slice(group.start, group.end)
  const form = /[a-z]/.test(words.replace(/\b(?:and|or|for|the)\b/gi, '')) ? MIXED_MISSION : NAME
  return [...words.matchAll(form)].flatMap((match): CablePost[] => {
    const lead =
      /^(?:(?:FOR|ACTION|INFO|POSTS?|EMBASSIES|EMBASSY|MISSIONS?|IN) )*/.exec(match[0])?.[0].length ?? 0
    const post = match[0].slice(lead).trim()
    const start = group.start + match.index + lead
    return post === '' || NO_POST.test(post) ? [] : [{ post, iso3: null, start, end: start + post.length }]
  })
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The posts that a group names, one by one: each with its State where one is mentioned in its name. */
const postsIn = (
  text: string,
  group: Span,
  mentions: readonly Mention[],
  delegations: ReadonlySet<string>,
): readonly CablePost[] => {
  const others = otherPosts(text, group)
  const missions = others.filter(({ post }) => MISSION_NAME.test(post))
  const posts = mentions.flatMap((mention): CablePost[] =>
    mention.kind === 'state' &&
    mention.start >= group.start &&
    mention.end <= group.end &&
    !missions.some(mission => overlap(mission, mention))
      ? [
          {
            post: mention.text,
            iso3: delegations.has(mention.text.toUpperCase()) ? null : mention.value.iso3,
            start: mention.start,
            end: mention.end,
          },
        ]
      : [],
  )
  const kept = others.filter(other => !posts.some(post => overlap(post, other)))
  const isList = posts.length > 0 || missions.length > 0
  return isList ? [...posts, ...kept].toSorted((a, b) => a.start - b.start) : []
}

const groupOf = (
  text: string,
  { who, ...group }: GroupFrame,
  mentions: readonly Mention[],
  delegations: ReadonlySet<string>,
): AddresseeGroup => ({
  ...group,
  posts: who === 'named' ? postsIn(text, group, mentions, delegations) : who,
})

/** The seats of missions among the addressees, at which no embassy is addressed: "USMISSION GENEVA". */
const delegationsOf = ({ header }: CableFrame): ReadonlySet<string> => {
  const names = [...header.to, ...header.info].map(({ value }) => value)
  const seats = names.flatMap(
    name => /^US(?:MISSION|DEL)(?: [A-Z]{2,8})? ([A-Z]{4,12})$/.exec(name)?.[1] ?? [],
  )
  return new Set(seats.filter(seat => !names.some(name => MISSION.test(name) && name.endsWith(` ${seat}`))))
}

/** The structure of a cable with its posts known. A group that names none is an ordinary sentence. */
export const cableOutline = (
  text: string,
  frame: CableFrame,
  lexicon: Lexicon,
  mentions: readonly Mention[],
): CableOutline => {
  const { header, paragraphs, exchanges } = frame
  const host = withHost(lexicon)
  const delegations = delegationsOf(frame)
  return {
    header: { ...header, to: header.to.map(host), info: header.info.map(host) },
    paragraphs,
    addresseeGroups: frame.groups
      .map(group => groupOf(text, group, mentions, delegations))
      .filter(group => group.posts.length > 0),
    exchanges,
  }
}

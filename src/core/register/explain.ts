import { candidates, inWords, operationInWords } from '../calendar/index.ts'
import type { Reason } from '../evidence/index.ts'
import { type State, spokenName } from '../states/index.ts'
import { cite, type Treaty } from '../treaties/index.ts'
import type { Act } from './act.ts'
import { type Force, generalArticle } from './force.ts'
import type { Position, Spell, Withdrawal } from './position.ts'
import { actInWords } from './words.ts'

const ofAct = (name: string, act: Act, provision: string): Reason => ({
  provision,
  text: `${capital(name)} ${actInWords(act)}.${act.hypothetical ? ' (hypothetical)' : ''}${act.note ? ` ${sentence(act.note)}` : ''}`,
  source: act.hypothetical ? 'hypothetical' : act.source,
})

/** A text as a sentence begins: with a capital. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentence = (note: string): string => `${capital(note)}${/[.!?]$/.test(note) ? '' : '.'}`

const consentArticle = (act: Act, treaty: Treaty): string => {
  const { consent } = treaty.arithmetic
  return act.kind === 'accession' && consent.accession ? consent.accession.art : consent.art
}

const thresholdWords = (treaty: Treaty, force: Force): string => {
  const { threshold } = treaty.arithmetic.entryIntoForce
  if (!threshold || !force.thresholdReached) return ''
  const by = threshold.required ? ', with those required among them' : ''
  return ` The ${threshold.count} instruments needed${by} were deposited by ${inWords(force.thresholdReached)}.`
}

/** How the treaty came into force for the State, as the step that its deposit leads to. */
const bindingReason = (name: string, spell: Spell, treaty: Treaty, force: Force): Reason => {
  const { binding } = spell
  switch (binding.is) {
    case 'general':
      return {
        provision: cite(treaty, binding.art),
        text: `The treaty enters into force on ${inWords(binding.day)} for all who had deposited in time, ${name} among them.${thresholdWords(treaty, force)}`,
        source: treaty.inForce?.source ?? '',
      }
    case 'late': {
      const days = candidates(binding.sum).map(inWords)
      const result =
        days.length === 1
          ? `that is ${days[0]}.`
          : `no such day exists in that month, so it is ${days.join(' or ')}; the treaty does not say which.`
      const after = operationInWords(binding.rule)
      return {
        provision: cite(treaty, binding.rule.art),
        text: `It enters into force for ${name} on ${after} its deposit: ${result}`,
        source: '',
      }
    }
    case 'waits':
      return {
        provision: cite(treaty, binding.art || generalArticle(treaty.arithmetic.entryIntoForce)),
        text: 'The treaty is not in force: it waits for further instruments.',
        source: '',
      }
    case 'closed':
      return {
        provision: '',
        text: 'The treaty has no rule for States that consent after its entry into force.',
        source: '',
      }
  }
}

const SUCCESSION = 'Vienna Convention on Succession of States in respect of Treaties (1978), art. 23'

const successionReason = (name: string, spell: Spell, state: State): readonly Reason[] =>
  spell.reachesBackTo
    ? [
        {
          provision: SUCCESSION,
          text: `A notification of succession reaches back to the day the State began: ${name} counts as a party from ${inWords(spell.reachesBackTo)}, as known since its deposit.`,
          source: state.source,
        },
      ]
    : []

const expiryReason = (withdrawal: Withdrawal, treaty: Treaty): Reason | undefined => {
  const rules = treaty.arithmetic.withdrawal
  if (!rules) return undefined
  const clock =
    rules.clock === 'receiptByDepositary' ? 'the depositary received the notice' : 'the notice was given'
  return {
    provision: cite(treaty, rules.rule.art),
    text: `The notice period ends ${operationInWords(rules.rule)} the day ${clock}: ${inWords(withdrawal.expires)}.`,
    source: '',
  }
}

const conflictReason = (name: string, withdrawal: Withdrawal, treaty: Treaty): Reason | undefined => {
  const clause = treaty.arithmetic.withdrawal?.conflict
  if (!clause || !withdrawal.conflict) return undefined
  const { engaged, on, source } = withdrawal.conflict
  const fact = {
    no: `${name} was not engaged in an armed conflict on ${inWords(on)}, so nothing defers the withdrawal.`,
    yes: `${name} was engaged in an armed conflict on ${inWords(on)}: ${clause.says}`,
    unknown: `Whether ${name} was engaged in an armed conflict on ${inWords(on)} is recorded as unknown. ${clause.says}`,
  }[engaged]
  return { provision: cite(treaty, clause.art), text: fact, source }
}

const withdrawalReasons = (name: string, withdrawal: Withdrawal, treaty: Treaty): readonly Reason[] => {
  const art = withdrawal.denouncedWith ?? treaty.arithmetic.withdrawal?.noticeArt ?? ''
  const notice = ofAct(name, withdrawal.notice, art && cite(treaty, art))
  return [notice, expiryReason(withdrawal, treaty), conflictReason(name, withdrawal, treaty)].filter(
    reason => reason !== undefined,
  )
}

/** Notices that were revoked before they took effect, and their revocations. */
const revokedReasons = (name: string, spell: Spell, treaty: Treaty): readonly Reason[] => {
  const art = treaty.arithmetic.withdrawal?.noticeArt ?? ''
  return spell.revokedNotices.flatMap(({ notice, revocation }) => [
    ofAct(name, notice, art && cite(treaty, art)),
    ofAct(name, revocation, revocation.kind === 'withdrawal-revoked' ? 'VCLT art. 68' : ''),
  ])
}

const spellReasons = (spell: Spell, state: State, treaty: Treaty, force: Force): readonly Reason[] => [
  ofAct(spokenName(state), spell.deposit, cite(treaty, consentArticle(spell.deposit, treaty))),
  ...(spell.reachesBackTo
    ? successionReason(spokenName(state), spell, state)
    : [bindingReason(spokenName(state), spell, treaty, force)]),
  ...revokedReasons(spokenName(state), spell, treaty),
  ...(spell.withdrawal ? withdrawalReasons(spokenName(state), spell.withdrawal, treaty) : []),
]

const provisionalReason = (state: State, act: Act | undefined, treaty: Treaty): readonly Reason[] => {
  const rules = treaty.arithmetic.provisional
  return act && rules ? [ofAct(spokenName(state), act, cite(treaty, rules.art))] : []
}

/** The steps that lead to a position, in the order of the law: consent, entry into force, then what ended it. */
export const reasonsFor = (
  position: Position,
  state: State,
  treaty: Treaty,
  force: Force,
): readonly Reason[] => {
  switch (position.is) {
    case 'non_party':
      return [
        ...(state.kind === 'entity'
          ? [
              {
                provision: '',
                text: `Depositaries do not treat ${spokenName(state)} as a State. ${sentence(state.note)}`,
                source: state.source,
              },
            ]
          : []),
        {
          provision: '',
          text: `No act of ${spokenName(state)} under this treaty is known for this day.`,
          source: '',
        },
      ]
    case 'signatory': {
      const art = treaty.arithmetic.signature?.art ?? ''
      return [
        ofAct(spokenName(state), position.signature, art && cite(treaty, art)),
        ...provisionalReason(state, position.provisional, treaty),
        {
          provision: 'VCLT art. 18(a)',
          text: 'A signatory is to refrain from acts that would defeat the object and purpose of the treaty; the treaty itself does not bind it.',
          source: '',
        },
      ]
    }
    case 'pending':
      return [
        ...spellReasons(position.spell, state, treaty, force),
        ...provisionalReason(state, position.provisional, treaty),
      ]
    case 'suspension_claimed':
      return [
        ...spellReasons(position.spell, state, treaty, force),
        ofAct(spokenName(state), position.claim, ''),
      ]
    default:
      return spellReasons(position.spell, state, treaty, force)
  }
}

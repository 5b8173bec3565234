import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '../../api/ask.ts'
import type { Day } from '../../core/calendar/index.ts'
import { type Problem, placeInWords, problemInWords } from '../../core/evidence/index.ts'
import { deadlineOf, deadlinesUnder } from '../../core/obligations/index.ts'
import {
  type Disagreement,
  forceDisagreement,
  oddities,
  type Verification,
  verifyPublished,
} from '../../core/register/index.ts'
import type { Treaty } from '../../core/treaties/index.ts'
import { type Loaded, loadData, loadPublishedOf, loadRecordOf } from '../../store/data.ts'
import { type CommonOptions, type Context, dataFolder, daysOf } from '../context.ts'
import { writeJson } from '../print.ts'
import { fold } from '../style.ts'

const dueDay = (treaty: Treaty, article: string, entryIntoForce: Day): Day | undefined => {
  const [rule] = deadlinesUnder(treaty, article)
  return rule && (deadlineOf(treaty, rule, { entryIntoForce, on: entryIntoForce }).due ?? undefined)
}

/** A data folder and the one pack in it that is asked for, where PATH is a pack. */
interface DataPlace {
  readonly root: string
  readonly pack?: string
}

const placeOf = (path: string): DataPlace => {
  const full = resolve(path)
  if (existsSync(join(full, 'treaties'))) return { root: full }
  const packs = dirname(full)
  if (
    existsSync(join(full, 'treaty.json')) &&
    basename(packs) === 'treaties' &&
    existsSync(join(packs, '..', 'world'))
  )
    return { root: join(packs, '..'), pack: basename(full) }
  throw new InputError(
    `${path} is neither a data folder nor a treaty pack in one.`,
    'Give a folder that holds world/ and treaties/, or a pack below treaties/.',
  )
}

const forceProblems = ({ register }: Loaded): readonly Problem[] =>
  [...register.treaties.keys()].flatMap(id => {
    const message = forceDisagreement(register, id)
    return message
      ? [
          {
            severity: 'warning',
            place: { file: `data/treaties/${id}/treaty.json` },
            message,
            wayOut: 'Early acts may be missing (dissolved States); the sourced day is used.',
          } as const,
        ]
      : []
  })

interface Found extends Verification {
  readonly problems: readonly Problem[]
}

const check = (loaded: Loaded, root: string, pack: string | undefined, known: Day): Found => {
  const { register } = loaded
  const wanted = (id: string): boolean => pack === undefined || id === pack
  const ids = [...register.treaties.keys()].filter(wanted)
  const assertions = ids.map(id => loadPublishedOf(root, id, loaded))
  const published = assertions.flatMap(item => item.published)
  const odd = ids.flatMap(id => oddities(register, id, known))
  const force = forceProblems(loaded).filter(({ place }) => ids.some(id => place.file.includes(`/${id}/`)))
  const record = ids.flatMap(id => loadRecordOf(root, id, loaded).problems)
  return {
    ...verifyPublished(register, published, known, dueDay),
    problems: [...loaded.problems, ...assertions.flatMap(item => item.problems), ...record, ...force, ...odd],
  }
}

const writeDisagreement = (context: Context, item: Disagreement): void => {
  const { width, strong, dim } = context.style
  context.write(
    `\n${strong(fold(`${item.what}: ${item.published} published, ${item.computed} computed`, width))}\n`,
  )
  context.write(`  ${fold(item.reason || 'Nobody has found out why.', width - 2, '  ')}\n`)
  context.write(
    `  ${dim(fold(`${item.publisher || 'published'}: ${item.source.replaceAll('page: ', '')} (${item.place})`, width - 2, '  '))}\n`,
  )
}

const writeReport = (context: Context, found: Found): void => {
  const errors = found.problems.filter(problem => problem.severity === 'error')
  const warnings = found.problems.filter(problem => problem.severity === 'warning')
  for (const problem of errors) context.write(`${problemInWords(problem)}\n\n`)
  for (const item of found.disagreements) writeDisagreement(context, item)
  if (warnings.length > 0) context.write('\nWorth knowing:\n')
  for (const { place, message } of warnings)
    context.write(`  ${fold(`${placeInWords(place)}  ${message}`, context.style.width - 2, '    ')}\n`)
  const { checked, agreements, disagreements, notComputed } = found
  context.write(
    `\n${checked} published assertions checked: ${agreements} agree, ${disagreements.length} differ (${disagreements.filter(item => item.reason).length} with the reason on record); ${notComputed.length} cannot be computed here; ${errors.length} errors and ${warnings.length} oddities in the data.\n`,
  )
}

export interface VerifyOptions extends CommonOptions {
  readonly unexplained?: boolean
}

/** `pacta verify [PATH]`; the exit code is 1 when something was found. */
export const verify = (context: Context, path: string | undefined, options: VerifyOptions): number => {
  const { on, knownAt } = daysOf(context, options)
  const place: DataPlace = path === undefined ? { root: dataFolder(process.env) } : placeOf(path)
  const loaded = path === undefined ? context.loaded() : loadData(place.root)
  const all = check(loaded, place.root, place.pack, knownAt)
  const found = options.unexplained
    ? { ...all, disagreements: all.disagreements.filter(item => item.reason === '') }
    : all
  const frame = { on, known: knownAt, checkedThrough: null, beyondData: false, assumptions: [], reasons: [] }
  if (options.json) writeJson(context, { ...found, ...frame })
  else writeReport(context, found)
  const errors = found.problems.some(problem => problem.severity === 'error')
  return found.disagreements.length > 0 || errors ? 1 : 0
}

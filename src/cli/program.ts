import { Command, Option } from 'commander'
import { choiceFrom, InputError, treatyFrom } from '../api/ask.ts'
import type { AnchorOptions } from './commands/anchor.ts'
import { type DeadlineOptions, deadline } from './commands/deadline.ts'
import type { CheckOptions, ReadOptions } from './commands/documents.ts'
import {
  actFrom,
  type DiffOptions,
  diff,
  type EffectOptions,
  effect,
  history,
  type PartiesOptions,
  parties,
  status,
  warnOfOddities,
} from './commands/register.ts'
import type { ServeOptions } from './commands/serve.ts'
import { type VerifyOptions, verify } from './commands/verify.ts'
import { completionScript, SHELLS } from './completion.ts'
import type { CommonOptions, Context } from './context.ts'
import { withActs } from './context.ts'

const VERSION = '0.1.0'

/** How a run ended: 0 answered, 1 `verify` or `check --strict` found something; bad input is thrown. */
export type Outcome = { code: 0 | 1 }

const HELP = `
Days are YYYY-MM-DD and default to today. --on is the day asked about, --known the day whose knowledge is used.
STATE is an ISO 3166-1 alpha-3 code or any name; TREATY an id or any of its names.

Examples:
  pacta status LTU ccm --on 2025-03-05
  pacta parties ccm --bloc NATO --not --on 2023-07-07
  pacta effect ccm withdrawal 2025-08-31

Exit codes: 0 answered, 1 verify or check --strict found something, 2 bad input.`

const asked = (program: Command, name: string, what: string): Command =>
  program
    .command(name)
    .description(what)
    .option('--on <day>', 'the day asked about (default: today)')
    .option('--known <day>', 'the day whose knowledge is used (default: today)')
    .option('--json', 'one JSON document on stdout')

const addRegisterCommands = (program: Command, context: Context): void => {
  asked(program, 'status', 'where a State stands under a treaty, with the steps')
    .argument('<state>')
    .argument('<treaty>')
    .action((state: string, treaty: string, options: CommonOptions) =>
      status(context, state, treaty, options),
    )
  asked(program, 'parties', 'how many States, by which rule, and which')
    .argument('<treaty>')
    .option('--rule <rule>', 'in-force, deposited, signed-or-joined or signatories (default: in-force)')
    .option('--bloc <bloc>', 'only members of a bloc (NATO, EU, ...) or of region:Africa')
    .option('--not', 'list those outside instead')
    .action((treaty: string, options: PartiesOptions) => parties(context, treaty, options))
  asked(program, 'history', 'the acts of a State and its positions over time')
    .argument('<state>')
    .argument('[treaty]')
    .action((state: string, treaty: string | undefined, options: CommonOptions) =>
      history(context, state, treaty, options),
    )
  asked(program, 'diff', 'what changed under a treaty between two days')
    .argument('<treaty>')
    .option('--from <day>', 'changes after this day')
    .option('--to <day>', 'changes up to and on this day')
    .action((treaty: string, options: DiffOptions) => diff(context, treaty, options))
}

const addArithmeticCommands = (program: Command, context: Context): void => {
  asked(program, 'effect', 'when an act takes effect by the treaty’s own arithmetic')
    .argument('<treaty>')
    .argument('<act-kind>', 'signature, ratification, accession, withdrawal, ...')
    .argument('<day>', 'the day the act is done: deposited, received')
    .option(
      '--conflict-until <day>',
      'the end of the armed conflict the State is engaged in: a day, ongoing or unknown',
    )
    .option('--before-threshold', 'take the deposit to be one of those that bring the treaty into force')
    .option('--state <state>', 'refuse an act that this State cannot do')
    .action((treaty: string, kind: string, day: string, options: EffectOptions) =>
      effect(context, treaty, kind, day, options),
    )
  asked(program, 'deadline', 'when a duty is due, and how it stands')
    .argument('<treaty>')
    .argument('<article>', '3, 4(1)(a), 7(1), ...')
    .option('--entry-into-force <day>', 'the day the treaty entered into force for the State')
    .option('--extended-to <day>', 'the granted date of an extension')
    .option('--completed <day>', 'the day the duty was fulfilled')
    .option('--hostilities-ended <day>', 'the end of active hostilities')
    .action((treaty: string, article: string, options: DeadlineOptions) =>
      deadline(context, treaty, article, options),
    )
}

const innerArguments = (command: readonly string[], json: boolean | undefined): readonly string[] =>
  json && !command.includes('--json') ? [...command, '--json'] : command

const addWhatIf = (program: Command, context: Context, outcome: Outcome): void => {
  program
    .command('whatif')
    .description('a command’s answer with hypothetical acts laid over the register; nothing is written')
    .argument('<treaty>')
    .argument('[command...]', 'after --, the command to run')
    .requiredOption('--act <act...>', '"DAY STATE KIND", for example "2027-01-01 USA accession"')
    .option('--json', 'one JSON document on stdout')
    .action(async (treatyText: string, command: string[], options: { act: string[]; json?: boolean }) => {
      if (command.length === 0)
        throw new InputError(
          'whatif needs a command to run.',
          'Type it after --, for example: -- parties ccm',
        )
      const treaty = treatyFrom(context.register().treaties, treatyText)
      const acts = options.act.map(text => actFrom(context, treaty, text))
      warnOfOddities(context, treaty, acts)
      await runProgram(withActs(context, acts), innerArguments(command, options.json), outcome)
    })
}

const addVerify = (program: Command, context: Context, outcome: Outcome): void => {
  asked(program, 'verify', 'check the data, and every published figure against what is computed')
    .argument('[path]', 'a data folder or one treaty pack (default: the data that ships)')
    .option('--unexplained', 'only disagreements without a reason on record')
    .action((path: string | undefined, options: VerifyOptions) => {
      if (verify(context, path, options) === 1) outcome.code = 1
    })
}

const addDocumentCommands = (program: Command, context: Context, outcome: Outcome): void => {
  asked(program, 'read', 'what a document is and whom, what and when it names')
    .argument('<file...>', 'files, folders, patterns, or - for standard input')
    .option('--date <day>', 'the document’s date, where the text states none')
    .option('--jsonl', 'one JSON document a line')
    .option('--text', 'only the decoded text, to which all positions refer')
    .option('--ocr', 'recognise the letters of images (an add-on; takes seconds a page)')
    .option('--map', 'with --json, where each line of the text stands in the source')
    .addOption(
      new Option('--annotations', 'a W3C Web Annotation collection; places in code points').conflicts([
        'text',
        'map',
      ]),
    )
    .action(async (files: string[], options: ReadOptions) => {
      const { read } = await import('./commands/documents.ts')
      await read(context, files, options)
    })
  asked(program, 'check', 'the sentences of a document that the register can decide')
    .argument('<file...>', 'files, folders, patterns, or - for standard input')
    .option('--date <day>', 'the document’s date, where the text states none')
    .option('--report <form>', 'a report in md or html')
    .option('--ocr', 'recognise the letters of images (an add-on; takes seconds a page)')
    .option('--strict', 'exit with 1 when a sentence is contradicted')
    .option('--jsonl', 'one JSON document a line')
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./commands/documents.ts')
      if ((await check(context, files, options)) === 1) outcome.code = 1
    })
}

const addServe = (program: Command, context: Context): void => {
  program
    .command('serve')
    .description('the web app and the API, on this machine')
    .option('--port <port>', 'default 4280; 0 takes any that is free')
    .option('--host <host>', 'default 127.0.0.1')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./commands/serve.ts')
      await serve(context, options)
    })
}

const addCompletion = (program: Command, context: Context): void => {
  program
    .command('completion')
    .description('a completion script for a shell')
    .argument('<shell>', SHELLS.join(', '))
    .action((shell: string) => {
      const commands = program.commands.map(command => ({
        name: command.name(),
        options: command.options.map(option => option.long ?? ''),
      }))
      const { treaties, world } = context.register()
      const words = { treaties: [...treaties.keys()], states: [...world.states.keys()] }
      context.write(completionScript(choiceFrom(shell, SHELLS, 'shell'), commands, words))
    })
}

const addAnchor = (program: Command, context: Context): void => {
  asked(program, 'anchor', 'where the words of annotations stand in a text that may have changed')
    .argument('<annotations>', 'what read --annotations wrote, or - for standard input')
    .argument('<file>', 'the document as it is now')
    .option('--ocr', 'recognise the letters of images (an add-on; takes seconds a page)')
    .action(async (annotations: string, file: string, options: AnchorOptions) => {
      const { anchor } = await import('./commands/anchor.ts')
      await anchor(context, annotations, file, options)
    })
}

/** The whole command line. */
const buildProgram = (context: Context, outcome: Outcome): Command => {
  const program = new Command('pacta')
  program
    .description('Who is bound by which treaty, since when, until when, and how do we know?')
    .version(VERSION)
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({ writeOut: context.write, writeErr: context.warn })
    .showSuggestionAfterError(true)
  addRegisterCommands(program, context)
  addArithmeticCommands(program, context)
  addWhatIf(program, context, outcome)
  addVerify(program, context, outcome)
  addDocumentCommands(program, context, outcome)
  addAnchor(program, context)
  addServe(program, context)
  addCompletion(program, context)
  for (const command of program.commands) command.exitOverride().configureOutput(program.configureOutput())
  return program
}

/** Runs the command line on its arguments, without the program's own name. */
export const runProgram = async (
  context: Context,
  args: readonly string[],
  outcome: Outcome = { code: 0 },
): Promise<Outcome> => {
  await buildProgram(context, outcome).parseAsync([...args], { from: 'user' })
  return outcome
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

interface CommandWords {
  readonly name: string
  readonly options: readonly string[]
}
interface Words {
  readonly treaties: readonly string[]
  readonly states: readonly string[]
}

const bash = (
  commands: readonly CommandWords[],
  { treaties, states }: Words,
): string => `# pacta completion for bash
_pacta() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word")); return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `    ${name}) COMPREPLY=($(compgen -W "${[...options, ...treaties, ...states].join(' ')}" -f -- "$word"));;`).join('\n')}
  esac
}
complete -F _pacta pacta
`

const zsh = (commands: readonly CommandWords[], words: Words): string =>
  `#compdef pacta
autoload -U +X bashcompinit && bashcompinit
${bash(commands, words)}`

const fish = (commands: readonly CommandWords[], { treaties, states }: Words): string =>
  [
    '# pacta completion for fish',
    ...commands.map(({ name }) => `complete -c pacta -n __fish_use_subcommand -a ${name}`),
    ...commands.flatMap(({ name, options }) =>
      options.map(
        option =>
          `complete -c pacta -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`,
      ),
    ),
    `complete -c pacta -n 'not __fish_use_subcommand' -a '${[...treaties, ...states].join(' ')}'`,
    '',
  ].join('\n')

/** A script that completes commands, options, treaty ids and State codes. */
export const completionScript = (shell: Shell, commands: readonly CommandWords[], words: Words): string =>
  ({ bash, zsh, fish })[shell](commands, words)

const MOST = 512

/**
 * The same question answered once for each text: a line of a document is asked about from several sides. The answers
 * are forgotten when there are too many of them.
 */
export const remembered = (ask: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Map<string, boolean>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const answer = ask(text)
    known.set(text, answer)
    return answer
  }
}

/** The same question answered once for each line of a text, as long as its lines are held. */
export const rememberedAt = <L extends object>(
  ask: (lines: readonly L[], index: number) => boolean,
): ((lines: readonly L[], index: number) => boolean) => {
  const known = new WeakMap<readonly L[], Map<number, boolean>>()
  return (lines, index) => {
    const answers = known.get(lines) ?? new Map<number, boolean>()
    if (answers.size === 0) known.set(lines, answers)
    const before = answers.get(index)
    if (before !== undefined) return before
    const answer = ask(lines, index)
    answers.set(index, answer)
    return answer
  }
}

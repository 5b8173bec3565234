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

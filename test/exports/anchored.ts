import { type Anchor, reanchor } from '../../src/exports/index.ts'
import { sha256 } from './support.ts'

/** What became of annotations, as JSON, on a text; throws where they cannot be read. */
export const anchorsOn = (annotations: unknown, text: string): readonly Anchor[] => {
  const result = reanchor(JSON.stringify(annotations), { text, sha256: sha256(text) }, sha256)
  if ('wrong' in result) throw new Error(result.wrong)
  return result.anchors
}

import { Swatch } from '../parts/Swatch.tsx'
import { PAINTS, type Paint, paintWords } from '../words.ts'
import type { WorldOn } from '../world.ts'

interface Props {
  readonly world: WorldOn
  readonly only: readonly Paint[]
  readonly choose: (only: readonly Paint[]) => void
}

/** The positions with their colour, pattern and number; chosen ones stand out on the map, in the list and the table. */
export const Legend = ({ world, only, choose }: Props) => (
  <section className="legend" aria-labelledby="legend-title">
    <h2 id="legend-title">Position</h2>
    <ul>
      {PAINTS.map(paint => {
        const number = world.groups.get(paint)?.length ?? 0
        const chosen = only.includes(paint)
        return (
          <li key={paint}>
            <button
              type="button"
              className="legend-row"
              aria-pressed={chosen}
              data-none={number === 0 || undefined}
              onClick={() => choose(chosen ? only.filter(other => other !== paint) : [...only, paint])}
            >
              <Swatch paint={paint} />
              <span className="legend-words">{paintWords(paint)}</span>
              <span className="legend-number">{number}</span>
            </button>
          </li>
        )
      })}
    </ul>
    <button type="button" className="legend-all" disabled={only.length === 0} onClick={() => choose([])}>
      Show all positions
    </button>
  </section>
)

import { fillOf } from '../map/paint.ts'
import type { Paint } from '../words.ts'

/** The sample of a position's colour and pattern, as on the map. Needs the pattern set `swatch` on the page. */
export const Swatch = ({ paint }: { readonly paint: Paint }) => (
  <svg className="swatch" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true" focusable="false">
    <rect
      x="1"
      y="1"
      width="24"
      height="14"
      rx="2"
      className={`place is-${paint}`}
      fill={fillOf(paint, 'swatch')}
    />
  </svg>
)

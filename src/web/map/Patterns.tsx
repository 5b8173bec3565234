import { memo } from 'react'

/**
 * The fills that double every colour by a pattern. `id` keeps the sets of the map and of the legend apart,
 * `scale` turns pixels into the drawing's units, so that a pattern looks the same at every size of the map.
 */
export const Patterns = memo(({ id, scale }: { readonly id: string; readonly scale: number }) => {
  const tile = (name: string, size: number, turn = 0) => ({
    id: `${id}-${name}`,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse' as const,
    patternTransform: `scale(${scale}) rotate(${turn})`,
  })
  return (
    <defs>
      <pattern {...tile('pending', 6)}>
        <rect width="6" height="6" className="ground-pending" />
        <circle cx="1.5" cy="1.5" r="1.1" className="mark-pending" />
        <circle cx="4.5" cy="4.5" r="1.1" className="mark-pending" />
      </pattern>
      <pattern {...tile('withdrawing', 8, 45)}>
        <rect width="8" height="8" className="ground-party" />
        <rect width="3.2" height="8" className="mark-withdrawn" />
      </pattern>
      <pattern {...tile('withdrawal_deferred', 8, 0)}>
        <rect width="8" height="8" className="ground-party" />
        <rect width="8" height="2.6" className="mark-withdrawn" />
      </pattern>
      <pattern {...tile('signatory', 5, 45)}>
        <rect width="5" height="5" className="ground-signatory" />
        <rect width="1.1" height="5" className="mark-signatory" />
      </pattern>
      <pattern {...tile('withdrawn', 6, 45)}>
        <rect width="6" height="6" className="ground-withdrawn" />
        <path d="M0 0H6M0 0V6" className="line-withdrawn" />
      </pattern>
      <pattern {...tile('not_decidable', 12)}>
        <rect width="12" height="12" className="ground-not-decidable" />
        <path d="M4.6 5.1a1.9 1.9 0 1 1 2.9 1.6c-.7.4-1 .8-1 1.5" className="line-not-decidable" />
        <circle cx="6.5" cy="10" r=".75" className="mark-not-decidable" />
      </pattern>
      <pattern {...tile('no_data', 4, -45)}>
        <rect width="4" height="4" className="ground-no-data" />
        <rect width="1" height="4" className="mark-no-data" />
      </pattern>
    </defs>
  )
})

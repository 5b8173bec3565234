import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  /** Changes when the drawer turns to something else, and focus with it. */
  readonly about: string
  readonly close: () => void
  readonly children: ReactNode
}

/** "How do we know?": the one drawer. Escape closes it; what opened it gets the focus back (see `useOpener`). */
export const Drawer = ({ about, close, children }: Props) => {
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows what the drawer is about.
  useEffect(() => title.current?.focus(), [about])
  useEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', keyed)
    return () => document.removeEventListener('keydown', keyed)
  }, [close])
  return (
    <div className="drawer" role="dialog" aria-labelledby="drawer-title">
      <header className="drawer-head">
        <h2 id="drawer-title" ref={title} tabIndex={-1}>
          How do we know?
        </h2>
        <button
          type="button"
          className="drawer-close"
          onClick={close}
          aria-label="Close"
          title="Close (Escape)"
        >
          ×
        </button>
      </header>
      <div className="drawer-body">{children}</div>
    </div>
  )
}

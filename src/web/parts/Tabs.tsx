import { type KeyboardEvent, type ReactNode, useId } from 'react'

interface Tab<Name extends string> {
  readonly name: Name
  readonly words: string
}

interface Props<Name extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Name>[]
  readonly chosen: Name
  readonly choose: (name: Name) => void
  readonly children: ReactNode
}

/** Several views of the same: one tab stop, the arrow keys go between them, and only the chosen one is on the page. */
export const Tabs = <Name extends string>({ label, tabs, chosen, choose, children }: Props<Name>) => {
  const id = useId()
  const keyed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = tabs.findIndex(tab => tab.name === chosen)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (step === 0 || !next) return
    event.preventDefault()
    choose(next.name)
    document.getElementById(`${id}-${next.name}`)?.focus()
  }
  return (
    <div className="views">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={keyed}>
        {tabs.map(({ name, words }) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`${id}-${name}`}
            aria-selected={name === chosen}
            aria-controls={name === chosen ? `${id}-panel` : undefined}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {words}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </div>
  )
}

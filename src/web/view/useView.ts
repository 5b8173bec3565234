import { useCallback, useEffect, useRef, useState } from 'react'
import type { TreatiesAnswer } from '../ask/answers.ts'
import { type Read, readView, type View, writeView } from './view.ts'

/** `push` leaves a way back with the browser's back button; `replace` does not (days while dragged). */
export type Change = (part: Partial<View>, how?: 'push' | 'replace') => void

// Browsers refuse more than about a hundred changes of the address in half a minute.
const REST_BEFORE_REPLACE = 250

export const useView = (opening: TreatiesAnswer): Read & { readonly change: Change } => {
  const [read, setRead] = useState<Read>(() => readView(location.search, opening))
  const how = useRef<'push' | 'replace' | 'none'>('replace')
  const { view } = read

  useEffect(() => {
    const address = writeView(view)
    if (how.current === 'none' || address === location.search) return
    if (how.current === 'push') {
      how.current = 'replace'
      history.pushState(null, '', address)
      return
    }
    const timer = setTimeout(() => history.replaceState(null, '', address), REST_BEFORE_REPLACE)
    return () => clearTimeout(timer)
  }, [view])

  useEffect(() => {
    const back = (): void => {
      how.current = 'none'
      setRead(readView(location.search, opening))
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [opening])

  const change = useCallback<Change>((part, way = 'push') => {
    how.current = way
    setRead(last => ({ view: { ...last.view, ...part }, complaints: [] }))
  }, [])

  return { ...read, change }
}

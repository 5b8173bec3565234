import { useCallback, useRef } from 'react'

const isFocusable = (element: Element | null): element is HTMLElement | SVGElement =>
  element instanceof HTMLElement || element instanceof SVGElement

/** Remembers what had the focus when the drawer was opened, and gives it back. */
export const useOpener = () => {
  const opener = useRef<HTMLElement | SVGElement | null>(null)
  const remember = useCallback(() => {
    const active = document.activeElement
    if (isFocusable(active) && !active.closest('.drawer')) opener.current = active
  }, [])
  const giveBack = useCallback(() => {
    const element = opener.current?.isConnected ? opener.current : document.getElementById('page-title')
    // The drawer must be gone first: closing it would otherwise take the focus with it.
    requestAnimationFrame(() => element?.focus())
  }, [])
  return { remember, giveBack }
}

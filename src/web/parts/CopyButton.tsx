import { useEffect, useState } from 'react'

const SAID_FOR = 2000

/** Copies a text; where the browser does not allow it, says how to do it by hand. */
export const CopyButton = ({ text, children }: { readonly text: string; readonly children: string }) => {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SAID_FOR)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      setSaid('Select the text and copy it by hand')
    }
  }
  return (
    <span className="copy">
      <button type="button" onClick={() => void copy()}>
        {children}
      </button>
      <span role="status">{said}</span>
    </span>
  )
}

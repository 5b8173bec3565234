import type { Failure } from '../ask/ask.ts'

/** Why there is nothing to see: what, where, and what next. */
export const Trouble = ({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) => (
  <div className="trouble" role="alert">
    <p className="trouble-what">{failure.what}</p>
    <p>
      Asked for: <code>{failure.where}</code>
    </p>
    <p>{failure.next}</p>
    {failure.suggestions.length > 0 && <p>Perhaps: {failure.suggestions.join(', ')}</p>}
    <button type="button" onClick={retry}>
      Try again
    </button>
  </div>
)

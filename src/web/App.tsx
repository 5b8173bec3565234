import { treatiesAnswer } from './ask/answers.ts'
import { useAnswer } from './ask/useAnswer.ts'
import { Patterns } from './map/Patterns.tsx'
import { Trouble } from './parts/Trouble.tsx'
import { WorldPage } from './WorldPage.tsx'

const Masthead = () => (
  <header className="masthead">
    <a className="wordmark" href="./">
      Pacta
    </a>
    <p>Who is bound by which treaty, since when, until when, and how do we know?</p>
  </header>
)

/** The page around every view: its head, and the treaties once the server has named them. */
export const App = () => {
  const { value, failure, retry } = useAnswer('api/treaties', treatiesAnswer)
  return (
    <>
      <svg className="pattern-store" width="0" height="0" aria-hidden="true" focusable="false">
        <Patterns id="swatch" scale={1} />
      </svg>
      <Masthead />
      {value && value.treaties.length > 0 && <WorldPage opening={value} />}
      {value && value.treaties.length === 0 && (
        <main className="alone">
          <h1>No treaty is loaded</h1>
          <p>The server has no treaty packs. Restore the folder data/treaties and start the server again.</p>
        </main>
      )}
      {!value && (
        <main className="alone" aria-busy={!failure}>
          <h1>World on a day</h1>
          {failure ? (
            <Trouble failure={failure} retry={retry} />
          ) : (
            <p className="waiting">Reading the register …</p>
          )}
        </main>
      )}
    </>
  )
}

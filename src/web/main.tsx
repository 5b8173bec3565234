import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './styles/tokens.css'
import './styles/page.css'
import './styles/controls.css'
import './styles/map.css'
import './styles/time.css'
import './styles/lists.css'
import './styles/drawer.css'
import './styles/print.css'

const page = document.getElementById('page')
if (!page) throw new Error('Cannot find the element "page": index.html should hold it')
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

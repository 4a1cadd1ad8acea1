import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startLanguage } from './i18n/i18n.ts'
import { router } from './router.tsx'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
// The page's code is fetched beside the language that it is shown in.
await Promise.all([startLanguage(), router.load()])
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Does nothing by being loaded, so that a page takes of it only what it uses. */
const isQuiet = new RegExp(`^${at('../').replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(engine|api)/`)

export default defineConfig({
  root: at('.'),
  plugins: [react()],
  build: {
    outDir: at('../dist/designer'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: isQuiet, sideEffects: false }] } },
  },
  server: { proxy: { '/api/': 'http://127.0.0.1:3000' } },
})

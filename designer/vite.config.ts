import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  plugins: [react()],
  build: { outDir: at('../dist/designer'), emptyOutDir: true, chunkSizeWarningLimit: 1600 },
  server: { proxy: { '/api/': 'http://127.0.0.1:3000' } },
})

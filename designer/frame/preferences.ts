import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Preferences = {
  dark: boolean
  setDark: (dark: boolean) => void
  /** Whether keys of one sign do something on the drawing board. */
  singleKeys: boolean
  setSingleKeys: (singleKeys: boolean) => void
  /** How a drawing is shown; nothing until somebody has chosen. */
  drawingView: 'map' | 'list' | undefined
  setDrawingView: (drawingView: 'map' | 'list') => void
}

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      dark: false,
      setDark: (dark) => set({ dark }),
      singleKeys: true,
      setSingleKeys: (singleKeys) => set({ singleKeys }),
      drawingView: undefined,
      setDrawingView: (drawingView) => set({ drawingView }),
    }),
    {
      name: 'keynode.preferences',
      onRehydrateStorage: () => (state) => showTheme(state?.dark ?? false),
    },
  ),
)
usePreferences.subscribe(({ dark }) => showTheme(dark))

function showTheme(dark: boolean) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

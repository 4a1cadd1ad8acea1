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
  /** Whether the list of rooms shows only their signs; nothing until somebody has chosen. */
  isRailNarrow: boolean | undefined
  setRailNarrow: (isRailNarrow: boolean) => void
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
      isRailNarrow: undefined,
      setRailNarrow: (isRailNarrow) => set({ isRailNarrow }),
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

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Preferences = { dark: boolean; setDark: (dark: boolean) => void }

export const usePreferences = create<Preferences>()(
  persist((set) => ({ dark: false, setDark: (dark) => set({ dark }) }), {
    name: 'keynode.preferences',
    onRehydrateStorage: () => (state) => showTheme(state?.dark ?? false),
  }),
)
usePreferences.subscribe(({ dark }) => showTheme(dark))

function showTheme(dark: boolean) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

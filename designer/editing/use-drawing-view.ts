import { usePreferences } from '../frame/preferences.ts'

const narrow = 600

/** How the drawing is shown. Until somebody chooses, a map; a list where a map would have no room. */
export function useDrawingView() {
  const { drawingView, setDrawingView } = usePreferences()
  return { view: drawingView ?? (window.innerWidth < narrow ? 'list' : 'map'), setView: setDrawingView } as const
}

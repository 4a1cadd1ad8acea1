import { createContext, useContext } from 'react'
import type { PlayStep, ProcessModel, Snapshot } from '#engine'
import type { Names } from '../deals/names.ts'

/** What every part of a try-out needs: the drawing, the deal as it is looked at, and how to take a step. */
type Playing = { model: ProcessModel; names: Names; shown: Snapshot; take: (step: PlayStep) => void }

const PlayingContext = createContext<Playing | undefined>(undefined)
export const PlayingProvider = PlayingContext.Provider

export function usePlaying(): Playing {
  const playing = useContext(PlayingContext)
  if (!playing) throw new Error('A part of the try-out is used outside of it')
  return playing
}

import { createStore, type StoreApi } from 'zustand'
import type { ProcessModel } from '#engine'
import type { Draft } from '../../api/models/contract.ts'
import { Refusal } from '../refusal.ts'

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  /** Somebody else saved meanwhile: nothing is sent any more, and nothing is lost. */
  | { kind: 'conflict'; error: Refusal }

/** `base` is what was last saved, as `revision`. */
export type Saving = { state: SaveState; base: ProcessModel; revision: number }
export type Saver = {
  store: StoreApi<Saving>
  /** The drawing as it is now. It is saved a moment after the last change. */
  changed(model: ProcessModel): void
  /** Saves what is not saved yet, and tells whether all of it is. */
  flush(): Promise<boolean>
  /** A drawing that the server made and holds already. */
  adopt(draft: Draft): void
  stop(): void
}

const retryMs = 5000

/** Saves a drawing by itself, one request at a time, each over the revision of the one before. */
export function createSaver(draft: Draft, save: (draft: Draft) => Promise<Draft>, delayMs = 1500): Saver {
  const store = createStore<Saving>(() => ({ state: { kind: 'saved' }, base: draft.model, revision: draft.revision }))
  let model = draft.model
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  const isOver = () => store.getState().state.kind === 'conflict'
  const isSaved = () => store.getState().base === model

  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  function changed(next: ProcessModel) {
    if (next === model) return
    model = next
    if (isOver()) return
    if (running) return
    if (isSaved()) {
      clearTimeout(timer)
      return store.setState({ state: { kind: 'saved' } })
    }
    store.setState({ state: { kind: 'unsaved' } })
    later(delayMs)
  }

  async function send() {
    const sent = model
    store.setState({ state: { kind: 'saving' } })
    try {
      const { revision } = await save({ model: sent, revision: store.getState().revision })
      store.setState({ base: sent, revision, state: { kind: sent === model ? 'saved' : 'unsaved' } })
      if (sent !== model) later(delayMs)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'STALE_VERSION')
        return store.setState({ state: { kind: 'conflict', error } })
      store.setState({ state: { kind: 'failed', error } })
      if (!(error instanceof Refusal)) later(retryMs)
    }
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    while (running) await running
    if (isOver()) return false
    if (isSaved()) return true
    running = send().finally(() => {
      running = undefined
    })
    await running
    return isSaved()
  }

  function adopt(draft: Draft) {
    clearTimeout(timer)
    model = draft.model
    store.setState({ state: { kind: 'saved' }, base: draft.model, revision: draft.revision })
  }

  return { store, changed, flush, adopt, stop: () => clearTimeout(timer) }
}

/** Why the last save did not come through. */
export function failureOf({ store }: Saver): unknown {
  const { state } = store.getState()
  return state.kind === 'failed' || state.kind === 'conflict' ? state.error : new Error('not saved')
}

import { describe, expect, it } from 'vitest'
import { emptyModel, type ProcessModel } from '#engine'
import type { Draft } from '../../api/models/contract.ts'
import { Refusal } from '../refusal.ts'
import { createSaver } from './saver.ts'

const draft: Draft = { model: emptyModel('Plants'), revision: 3 }
const named = (name: string): ProcessModel => ({ ...draft.model, name })
const never = 3_600_000

/** A place to save to that counts revisions as the API does, and can be told to refuse. */
function aShelf() {
  const saved: Draft[] = []
  let refusal: Error | undefined
  return {
    saved,
    refuseWith: (error: Error | undefined) => {
      refusal = error
    },
    save: async ({ model, revision }: Draft): Promise<Draft> => {
      if (refusal) throw refusal
      saved.push({ model, revision })
      return { model, revision: revision + 1 }
    },
  }
}

describe('a drawing that saves itself', () => {
  it('is sent over the revision of the save before', async () => {
    const shelf = aShelf()
    const saver = createSaver(draft, shelf.save, never)
    saver.changed(named('A'))
    expect(saver.store.getState().state.kind).toBe('unsaved')
    expect(await saver.flush()).toBe(true)
    saver.changed(named('B'))
    expect(await saver.flush()).toBe(true)
    expect(shelf.saved.map(({ model, revision }) => [model.name, revision])).toEqual([
      ['A', 3],
      ['B', 4],
    ])
    expect(saver.store.getState()).toMatchObject({ state: { kind: 'saved' }, revision: 5 })
  })

  it('sends one request at a time, and what was drawn meanwhile after it', async () => {
    const shelf = aShelf()
    const saver = createSaver(draft, shelf.save, never)
    saver.changed(named('A'))
    const [first, second] = [saver.flush(), saver.flush()]
    saver.changed(named('B'))
    await Promise.all([first, second])
    expect(await saver.flush()).toBe(true)
    expect(shelf.saved.map(({ revision }) => revision)).toEqual([3, 4])
    expect(shelf.saved.at(-1)?.model.name).toBe('B')
    saver.stop()
  })

  it('counts an edit that was taken back as saved', () => {
    const saver = createSaver(draft, aShelf().save, never)
    saver.changed(named('A'))
    saver.changed(draft.model)
    expect(saver.store.getState().state.kind).toBe('saved')
  })

  it('says why it is not saved, and saves at the next try', async () => {
    const shelf = aShelf()
    const saver = createSaver(draft, shelf.save, never)
    shelf.refuseWith(new Refusal(503, 'UNAVAILABLE', 'The database cannot be reached.'))
    saver.changed(named('A'))
    expect(await saver.flush()).toBe(false)
    expect(saver.store.getState().state).toMatchObject({ kind: 'failed', error: { code: 'UNAVAILABLE' } })
    shelf.refuseWith(undefined)
    expect(await saver.flush()).toBe(true)
  })

  it('stops sending once somebody else has saved', async () => {
    const shelf = aShelf()
    const saver = createSaver(draft, shelf.save, never)
    shelf.refuseWith(new Refusal(409, 'STALE_VERSION', 'Somebody else saved this drawing.'))
    saver.changed(named('A'))
    await saver.flush()
    shelf.refuseWith(undefined)
    saver.changed(named('B'))
    expect(await saver.flush()).toBe(false)
    expect(saver.store.getState().state.kind).toBe('conflict')
    expect(shelf.saved).toEqual([])
  })
})

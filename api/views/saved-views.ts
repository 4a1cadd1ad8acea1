import { DomainError } from '#engine/deal'
import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { ChangedSavedView, NewSavedView, SavedView } from './contract.ts'

type Stored = Prisma.SavedViewGetPayload<object>

/** More are of no use to anybody, and an address could make them without end. */
const most = 50

/** A person's own views of a list, by name. */
export async function savedViews({ db }: Deps, actor: User, list: string): Promise<SavedView[]> {
  const stored = await db.savedView.findMany({ where: { userId: actor.id, list }, orderBy: { name: 'asc' } })
  return stored.map(asView)
}

/** Keeps a view; one of the same name is replaced. Throws TOO_MANY_VIEWS. */
export async function saveView(deps: Deps, actor: User, { list, name, place }: NewSavedView): Promise<SavedView> {
  const { db, newId } = deps
  const of = { userId: actor.id, list, name }
  const isKnown = await db.savedView.count({ where: of })
  if (!isKnown && (await db.savedView.count({ where: { userId: actor.id, list } })) >= most)
    throw new DomainError('TOO_MANY_VIEWS', `You keep ${most} views of this list already. Delete one first.`, { list })
  const stored = await db.savedView.upsert({
    where: { userId_list_name: of },
    create: { ...of, id: newId(), place },
    update: { place },
  })
  return asView(stored)
}

/** Renames a view, or makes it the one that its list opens with. Throws VIEW_NOT_FOUND and VIEW_NAME_TAKEN. */
export async function changeView(deps: Deps, actor: User, id: string, change: ChangedSavedView): Promise<SavedView> {
  const { db } = deps
  const { list } = await ownView(deps, actor, id)
  const { name, isDefault } = change
  if (name !== undefined && (await db.savedView.count({ where: { userId: actor.id, list, name, id: { not: id } } })))
    throw new DomainError('VIEW_NAME_TAKEN', `You have a view “${name}” of this list already. Give another name.`, {
      name,
    })
  const stored = await db.$transaction(async (tx) => {
    if (isDefault) await tx.savedView.updateMany({ where: { userId: actor.id, list }, data: { isDefault: false } })
    return tx.savedView.update({
      where: { id },
      data: { ...(name !== undefined && { name }), ...(isDefault !== undefined && { isDefault }) },
    })
  })
  return asView(stored)
}

/** Throws VIEW_NOT_FOUND. */
export async function deleteView(deps: Deps, actor: User, id: string): Promise<{ id: string }> {
  await ownView(deps, actor, id)
  await deps.db.savedView.deleteMany({ where: { id, userId: actor.id } })
  return { id }
}

async function ownView({ db }: Deps, actor: User, id: string): Promise<Stored> {
  const view = await db.savedView.findFirst({ where: { id, userId: actor.id } })
  if (view) return view
  throw new DomainError('VIEW_NOT_FOUND', 'You have no such view. Reload the page.', { view: id })
}

const asView = ({ id, name, place, isDefault }: Stored): SavedView => ({
  id,
  name,
  place: place as SavedView['place'],
  isDefault,
})

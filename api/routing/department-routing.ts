import {
  catalogueOf,
  noRouting,
  type ProcessModel,
  routingCatalogue,
  routingSchema,
  supportTriggersOf,
  type ValueType,
} from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { DepartmentRouting, Named } from './contract.ts'

type RoutingFact = DepartmentRouting['facts'][number]

/** How a department gives out its requests, with all that its rules can name. Throws DEPARTMENT_NOT_FOUND. */
export async function departmentRouting({ db }: Deps, id: string): Promise<DepartmentRouting> {
  const department = await db.department.findUnique({
    where: { id },
    include: {
      members: {
        select: { lead: true, user: { select: { id: true, name: true } } },
        orderBy: { user: { name: 'asc' } },
      },
    },
  })
  if (!department)
    throw new DomainError('DEPARTMENT_NOT_FOUND', 'There is no such department among those you work with.', {
      department: id,
    })
  const models = await publishedModels(db)
  const segments = await db.segment.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const sellers = await db.user.findMany({
    where: { role: { in: ['rep', 'manager', 'admin'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const requests = requestsTo(models, id)
  const stages = stagesThatAsk(models, id)
  const options = {
    segments: segments.map(idOf),
    people: sellers.map(idOf),
    requests: requests.map(idOf),
    stages: stages.map(idOf),
  }
  return {
    department: { id, name: department.name },
    revision: department.routingRevision,
    routing: department.routing === null ? noRouting : routingSchema.parse(department.routing),
    members: department.members.map(({ lead, user }) => ({ ...user, lead })),
    facts: [
      ...routingCatalogue(options).map(({ name, label, value }): RoutingFact => ({ name, label, value, of: 'deal' })),
      ...observedFacts(models),
    ],
    names: Object.fromEntries([...stages, ...requests, ...segments, ...sellers].map(({ id, name }) => [id, name])),
    requests,
    stages,
  }
}

const idOf = ({ id }: Named): string => id

async function publishedModels(db: Db): Promise<ProcessModel[]> {
  const newest = await db.modelVersion.findMany({
    distinct: ['modelId'],
    orderBy: [{ modelId: 'asc' }, { number: 'desc' }],
    select: { model: true },
  })
  return newest.map(({ model }) => model as unknown as ProcessModel)
}

const requestsTo = (models: ProcessModel[], department: string): Named[] =>
  oncePerId(models.flatMap((model) => supportTriggersOf(model).filter((trigger) => trigger.department === department)))

const stagesThatAsk = (models: ProcessModel[], department: string): Named[] =>
  oncePerId(
    models
      .flatMap(({ stages }) => stages)
      .filter(({ support }) => support.some((trigger) => trigger.department === department)),
  )

/** What several models call by one id is one thing, called as the first of them calls it. */
const oncePerId = (things: Named[]): Named[] =>
  [...new Map(things.map(({ id, name }) => [id, { id, name }] as const).reverse()).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  )

/** The observed facts of all models. Of one name there is one, with the options of every model that has it as a choice. */
function observedFacts(models: ProcessModel[]): RoutingFact[] {
  const facts = new Map<string, RoutingFact>()
  for (const { name, label, value, origin } of models.flatMap(catalogueOf)) {
    if (origin.kind !== 'attribute' && origin.kind !== 'element' && origin.kind !== 'commitment') continue
    const known = facts.get(name)
    facts.set(name, known ? { ...known, value: both(known.value, value) } : { name, label, value, of: origin.kind })
  }
  return [...facts.values()].sort((a, b) => a.label.localeCompare(b.label))
}

const both = (one: ValueType, other: ValueType): ValueType =>
  one.kind === 'choice' && other.kind === 'choice'
    ? { kind: 'choice', options: [...new Set([...one.options, ...other.options])] }
    : one

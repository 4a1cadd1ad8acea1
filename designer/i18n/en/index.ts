import { baseModels } from './base-models.ts'
import { changes } from './changes.ts'
import { coaching } from './coaching.ts'
import { cohort, undoing } from './cohort.ts'
import { deals } from './deals.ts'
import { deviations } from './deviations.ts'
import { editing } from './editing.ts'
import { exchange } from './exchange.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { frame } from './frame.ts'
import { leads } from './leads.ts'
import { load, shifting } from './load.ts'
import { map } from './map.ts'
import { moves } from './moves.ts'
import { notifications } from './notifications.ts'
import { objections } from './objections.ts'
import { overlay } from './overlay.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { queue } from './queue.ts'
import { reviews } from './reviews.ts'
import { routing } from './routing.ts'
import { search } from './search.ts'
import { segments } from './segments.ts'
import { support } from './support.ts'
import { team } from './team.ts'
import { today } from './today.ts'
import { tryout } from './tryout.ts'
import { versions } from './versions.ts'
import { views } from './views.ts'
import { keyAccounts, visits } from './visits.ts'
import { webhooks } from './webhooks.ts'
import { words } from './words.ts'

/** Every text of the screens, by room. `words` are terms and values that several rooms say. */
export const en = {
  words,
  frame,
  segments,
  baseModels,
  editing,
  overlay,
  exchange,
  tryout,
  map,
  findings,
  changes,
  deals,
  leads,
  coaching,
  cohort,
  reviews,
  undoing,
  notifications,
  webhooks,
  objections,
  deviations,
  queue,
  load,
  shifting,
  routing,
  search,
  files,
  support,
  people,
  problems,
  versions,
  views,
  visits,
  keyAccounts,
  moves,
  team,
  today,
}

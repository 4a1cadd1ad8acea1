import { type Part, type Place, type ProcessModel, partsOf } from '#engine'

/** Something of a drawing that was looked for. `owner` is the name of what it belongs to. */
export type Found = { place: Place; name: string; owner?: string }

const most = 40

/** What has all these words in its name, or begins of words; where a name begins with the text, it comes first. */
export function findPlaces(
  model: ProcessModel,
  text: string,
  isMeant: (place: Place) => boolean = () => true,
): Found[] {
  const wanted = plain(text)
  const words = wanted.split(/\s+/).filter(Boolean)
  const names = new Map(partsOf(model).map(({ place, name }) => [`${place.kind} ${place.id}`, name]))
  const owner = ({ place, owner }: Part) =>
    owner === undefined ? {} : { owner: names.get(`${place.stage ? 'stage' : 'objection-type'} ${owner}`) ?? owner }
  return partsOf(model)
    .filter(({ place, name }) => isMeant(place) && words.every((word) => plain(name).includes(word)))
    .map((part) => ({ place: part.place, name: part.name, ...owner(part) }))
    .map((found, at) => ({ found, at, isFirst: wanted !== '' && plain(found.name).startsWith(wanted) }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || a.at - b.at)
    .slice(0, most)
    .map(({ found }) => found)
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

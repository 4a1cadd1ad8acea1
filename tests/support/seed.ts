import fc from 'fast-check'

/** The same random cases at every run, so that a red run is the change's own; KEYNODE_SEED=random looks for new ones. */
const seed = process.env.KEYNODE_SEED ?? '20261125'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })

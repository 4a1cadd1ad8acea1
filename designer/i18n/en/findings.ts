/** The engine's own sentences: a finding reads the same from the API and on the drawing. */
export { findingSentences as findings } from '#engine'

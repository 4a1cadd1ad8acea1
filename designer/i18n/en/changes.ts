/** The engine's own texts: a change between two drawings reads the same from the API and on the screen. */
export { changeTexts as changes } from '#engine'

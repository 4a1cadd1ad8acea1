/** Follows a hand that is on something until it lets go; `isMeant` is false where the browser took the drag away from it. */
export function untilLetGo(moved: (event: PointerEvent) => void, letGo: (isMeant: boolean) => void): void {
  const end = ({ type }: Event) => {
    window.removeEventListener('pointermove', moved)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    letGo(type === 'pointerup')
  }
  window.addEventListener('pointermove', moved)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}

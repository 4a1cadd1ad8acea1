import { useEffect, useState } from 'react'

/**
 * State that outlives a reload of its tab: what somebody was typing when the phone put the page away. `key` is read once,
 * so a component that changes its key has to be made anew.
 */
export function useKept<Value>(key: string, initial: () => Value) {
  const [value, setValue] = useState<Value>(() => read<Value>(key) ?? initial())
  useEffect(() => {
    const timer = setTimeout(() => sessionStorage.setItem(key, JSON.stringify(value)), 300)
    return () => clearTimeout(timer)
  }, [key, value])
  const forget = () => {
    sessionStorage.removeItem(key)
    setValue(initial())
  }
  return { value, setValue, forget }
}

function read<Value>(key: string): Value | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept ? (JSON.parse(kept) as Value) : undefined
  } catch {
    return undefined
  }
}

import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const PAUSE = 1_500

/** Asks for what the page shows again and again, as long as something is under way. */
export function useLookingAgain(isUnderway: boolean) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!isUnderway || state !== 'idle') return
    const timer = setTimeout(revalidate, PAUSE)
    return () => clearTimeout(timer)
  }, [isUnderway, state, revalidate])
}

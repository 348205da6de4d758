import { useLocation, useNavigate, useNavigationType } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Follows plain `<a>` elements without a reload. Lists then render bare anchors, which cost the server
 * a fraction of a router link, and every link works without script.
 */
export function useLinksWithoutReload() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const anchor = event.target instanceof Element && event.target.closest('a')
      if (!anchor || !isOurs(event, anchor)) return
      event.preventDefault()
      navigate(anchor.pathname + anchor.search + anchor.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

function isOurs(event: MouseEvent, anchor: HTMLAnchorElement) {
  const isPlainClick =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  const staysHere = anchor.origin === location.origin && !anchor.target && !anchor.hasAttribute('download')
  const isFile = /\.\w+$/.test(anchor.pathname) || 'file' in anchor.dataset
  const isJump =
    anchor.hash !== '' && anchor.pathname === location.pathname && anchor.search === location.search
  return isPlainClick && staysHere && !isFile && !isJump && !event.defaultPrevented
}

/** A new page begins at its top, for the eye and for whoever hears it; going back finds the old place. */
export function useArrival() {
  const { pathname, hash } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const from = useRef(pathname)
  useEffect(() => {
    if (from.current === pathname) return
    from.current = pathname
    if (isBack || hash) return
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash, isBack])
}

import type { Role } from '~/domain/people'
import type { Messages } from '~/messages/messages'
import type { IconName } from './icon'

type Door = { to: string; words: keyof Messages['common']['nav']; icon: IconName; for: readonly Role[] }

const doors: readonly Door[] = [
  { to: '/activities', words: 'activities', icon: 'notebook-pen', for: ['student'] },
  { to: '/opportunities', words: 'opportunities', icon: 'search', for: ['student'] },
  { to: '/requests', words: 'requests', icon: 'inbox', for: ['supervisor'] },
  { to: '/rosters', words: 'rosters', icon: 'users', for: ['supervisor'] },
  { to: '/review', words: 'review', icon: 'scan-eye', for: ['coordinator', 'registrar'] },
  { to: '/awards', words: 'awards', icon: 'stamp', for: ['registrar'] },
  { to: '/appeals', words: 'appeals', icon: 'scale', for: ['coordinator', 'registrar'] },
  { to: '/burden', words: 'burden', icon: 'hourglass', for: ['coordinator', 'registrar'] },
  { to: '/opportunities', words: 'opportunities', icon: 'search', for: ['coordinator', 'registrar'] },
  { to: '/design', words: 'design', icon: 'milestone', for: ['designer'] },
  { to: '/programmes', words: 'programmes', icon: 'layers', for: ['student'] },
  { to: '/credentials', words: 'credentials', icon: 'award', for: ['student'] },
  { to: '/records/transcripts', words: 'issuing', icon: 'file-text', for: ['careers'] },
  { to: '/paper-runs', words: 'paperRuns', icon: 'layers', for: ['careers'] },
  { to: '/exports', words: 'exports', icon: 'download', for: ['careers'] },
  { to: '/concerns', words: 'concerns', icon: 'flag', for: ['registrar', 'admin'] },
  { to: '/units', words: 'units', icon: 'building-2', for: ['coordinator', 'registrar', 'admin'] },
  { to: '/people', words: 'people', icon: 'users', for: ['admin'] },
  { to: '/keys', words: 'keys', icon: 'lock', for: ['admin'] },
]

const home: Door = { to: '/', words: 'home', icon: 'house', for: [] }

/** The ways open to a person, home first, in the order their work has. Whoever has no role here is asked things. */
export function doorsFor(roles: readonly Role[]): readonly Door[] {
  const isGuest = roles.length === 0
  return [home, ...doors.filter(door => (isGuest ? door.to === '/requests' : door.for.some(role => roles.includes(role))))]
}

export function isHere(to: string, path: string) {
  return path === to || (to !== '/' && path.startsWith(`${to}/`))
}

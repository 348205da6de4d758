import { settings } from '~/lib/env.server'
import { agentKeys } from './agent-keys.server'
import type { KeyKeeper, KeyMeans, Sign } from './key-keeper'
import { sealedKeys } from './sealed-keys.server'

/** Whom the next key comes from, as the settings say. */
export function keeperOfNext(): KeyKeeper {
  return settings().signingAgent === null ? sealedKeys : agentKeys
}

/** With the one who keeps it, whoever would keep the next. */
export function signWith(means: KeyMeans): Sign {
  return (means.encryptedPrivate === null ? agentKeys : sealedKeys).signerOf(means)
}

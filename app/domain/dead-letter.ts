/** Why a letter gave up, as far as its last error tells. */
export type Trouble = 'unreachable' | 'signIn' | 'refused' | 'putOff' | 'ours'

export function troubleIn(lastError: string): Trouble {
  if (/EAUTH|invalid login|\b535\b/i.test(lastError)) return 'signIn'
  if (/\b5[0-9]{2}[ -]/.test(lastError)) return 'refused'
  if (/\b4[0-9]{2}[ -]/.test(lastError)) return 'putOff'
  const isFar =
    /ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ESOCKET|EDNS|timeout|greeting|connection closed/i
  return isFar.test(lastError) ? 'unreachable' : 'ours'
}

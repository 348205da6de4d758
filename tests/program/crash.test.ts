import { join } from 'node:path'
import { crashTests } from './crash'

crashTests({
  databaseUrl: async folder => `file:${join(folder, 'vouch.db')}`,
  awards: 100, kills: 50, tamperings: 300,
})

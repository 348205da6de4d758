import type { Command } from './command'
import { backup, restore } from './commands/archive'
import { auditCheck, drawsCheck } from './commands/audit'
import { award, eligible } from './commands/awards'
import { credentials, revoke } from './commands/credentials'
import { demo } from './commands/demo'
import { doctor } from './commands/doctor'
import { keysCompromised, keysList, keysRotate } from './commands/keys'
import { adminCreate, erase, invite, roleEnd, roleGrant } from './commands/people'
import { programmes } from './commands/programmes'
import { verify } from './commands/verify'

export const commands: readonly Command[] = [
  verify, credentials, programmes, eligible, award, revoke, auditCheck, drawsCheck, keysList,
  keysRotate, keysCompromised, backup, restore, adminCreate, invite, roleGrant, roleEnd, erase, demo, doctor,
]

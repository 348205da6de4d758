import { constants, setPriority } from 'node:os'
import { answerPool } from '~/lib/thread-pool.server'
import { prepareAwards } from './awarding-preparing.server'

// Pages come first. Linux takes this for the one thread, others for the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// Started by nobody but `awarding-threads.server.ts`, which says what comes in.
answerPool(prepareAwards)

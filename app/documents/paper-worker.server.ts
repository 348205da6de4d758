import { constants, setPriority } from 'node:os'
import { answerPool } from '~/lib/thread-pool.server'
import { pressPapers } from './paper-pressing.server'

// Pages come first. Linux takes this for the one thread, others for the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// Started by nobody but `paper-threads.server.ts`, which says what comes in.
answerPool(pressPapers)

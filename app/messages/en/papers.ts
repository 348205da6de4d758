import { catalogue } from './catalogue'
import { certificate } from './certificate'
import { common } from './common'
import { endorsement } from './endorsement'
import { issuing } from './issuing'
import { programme } from './programme'
import { transcript } from './transcript'
import { transcriptPaper } from './transcript-paper'

const { category, scale, somebody, elements, levelOf, workload } = issuing
const { name, describes, issuedTo, sum } = transcript

/** All that certificates and transcripts say of themselves. Every other language of papers has each of these words. */
export const papers = {
  language: 'en',
  locale: 'en-GB',
  common: { time: common.time },
  certificate,
  transcriptPaper,
  transcript: { name, describes, issuedTo, sum },
  issuing: { category, scale, somebody, elements, levelOf, workload },
  programme: { level: programme.level },
  endorsement: { assurance: endorsement.assurance },
  catalogue: { credits: catalogue.credits },
}

export type PaperMessages = typeof papers

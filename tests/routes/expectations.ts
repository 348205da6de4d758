import type { Person, Things } from './scene'

/** Whom an address answers. Everybody else is sent to sign in, where they have no session, or finds nothing. */
export type Who = 'everyone' | 'signed in' | 'takes only forms' | readonly Person[]

export interface Expectation {
  /** Where something real is, and where nothing is. Without the second there is nothing to guess. */
  at: (things: Things) => string
  nowhere?: string
  get: Who
  /** Left out: the address takes no forms. */
  post?: Who
  /** What a form must hold to be looked at; most are knocked at with nothing. */
  fields?: (things: Things) => Record<string, string>
}

const students = ['ana', 'chidi'] as const
const reviewers = ['mina', 'rosa'] as const
const designers = ['omar', 'rosa'] as const
const none = '01890000-0000-7000-8000-000000000000'
const nothing = 'AAAAAAAAAAAAAAAAAAAAAA'
const noToken = `${none}.${nothing}`

const own = (page: string, activity: 'draft' | 'submitted' | 'inReview' | 'approved' | 'appealed' = 'draft') => ({
  at: (things: Things) => `/activities/${things[activity]}${page}`, nowhere: `/activities/${none}${page}`,
})
const link = (page = '') => ({ at: ({ token }: Things) => `/e/${token}${page}`, nowhere: `/e/${noToken}${page}` })
const at = (address: string) => ({ at: () => address })
const designed = (page: string) => ({ at: ({ programme }: Things) => `/design/${programme}${page}`, nowhere: `/design/${none}${page}` })
const credential = (form: string) => ({ at: ({ unshared }: Things) => `/credentials/${unshared}${form}`, nowhere: `/credentials/${nothing}${form}` })
const transcript = (form: string) => ({ at: ({ transcript: id }: Things) => `/transcripts/${id}${form}`, nowhere: `/transcripts/${nothing}${form}` })
const endorsement = (form: string) => ({
  at: ({ hiddenEndorsement }: Things) => `/endorsements/${hiddenEndorsement}${form}`, nowhere: `/endorsements/${nothing}${form}`,
})

/** Every route of the product. A new one without a line here fails the test. */
export const expectations: Record<string, Expectation> = {
  'root': { ...at('/privacy'), get: 'everyone' },

  // Signed in.
  'routes/_app': { ...at('/'), get: 'signed in' },
  'routes/_app._index': { ...at('/'), get: 'signed in' },
  'routes/_app.account': { ...at('/account'), get: 'signed in', post: 'signed in', fields: () => ({ session: none }) },
  'routes/_app.account_.data': { ...at('/account/data'), get: 'signed in', post: 'signed in' },
  'routes/_app.account_.awards': { ...at('/account/awards'), get: students, post: students },
  'routes/_app.account_.password': { ...at('/account/password'), get: 'signed in', post: 'signed in' },
  'routes/_app.credentials': { ...at('/credentials'), get: 'signed in' },
  'routes/_app.cv._index': { ...at('/cv'), get: students },
  'routes/_app.cv.resume[.]json': { ...at('/cv/resume.json'), get: students },
  'routes/_app.transcripts._index': { ...at('/transcripts'), get: students },
  'routes/_app.transcripts.new': { ...at('/transcripts/new'), get: students, post: students },
  'routes/_app.transcripts.new_.preview[.]pdf': { ...at('/transcripts/new/preview.pdf'), get: 'takes only forms', post: students },
  'routes/_app.programmes._index': { ...at('/programmes'), get: 'signed in' },
  'routes/_app.rosters._index': { ...at('/rosters'), get: ['ben'] },
  'routes/_app.rosters.new': { ...at('/rosters/new'), get: ['ben'], post: ['ben'] },
  'routes/_app.teams.$memberId': { at: ({ teammate }) => `/teams/${teammate}`, nowhere: `/teams/${none}`, get: ['chidi'], post: ['chidi'] },
  'routes/_app.activities.$activityId.team': { ...own('/team'), get: ['ana'], post: ['ana'] },
  'routes/_app.listed.$entryId': { at: ({ listing }) => `/listed/${listing}`, nowhere: `/listed/${none}`, get: ['ana'], post: ['ana'] },
  'routes/_app.requests': { ...at('/requests'), get: 'signed in', post: 'signed in' },

  // A student's own.
  'routes/_app.activities._index': { ...at('/activities'), get: students },
  'routes/_app.activities.new': { ...at('/activities/new'), get: students, post: students },
  'routes/_app.activities.$activityId._index': { ...own('', 'approved'), get: ['ana'] },
  'routes/_app.activities.$activityId.what': { ...own('/what'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.when': { ...own('/when'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.days': { ...own('/days'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.claims': { ...own('/claims'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.evidence': { ...own('/evidence'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.files': { ...own('/files'), get: 'takes only forms', post: ['ana'] },
  'routes/_app.activities.$activityId.who': { ...own('/who'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.removal': { ...own('/removal'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.submission': { ...own('/submission', 'submitted'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.revision': { ...own('/revision', 'approved'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.continuation': { ...own('/continuation', 'approved'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.versions': { ...own('/versions', 'approved'), get: ['ana'] },
  'routes/_app.activities.$activityId.reminder': {
    at: ({ submitted, request }) => `/activities/${submitted}/reminder?request=${request}`,
    nowhere: `/activities/${none}/reminder?request=${none}`, get: ['ana'], post: ['ana'],
  },
  'routes/_app.activities.$activityId.messages': {
    at: ({ submitted, request }) => `/activities/${submitted}/messages?request=${request}`,
    nowhere: `/activities/${none}/messages?request=${none}`, get: ['ana'], post: ['ana'],
  },
  'routes/_app.activities.$activityId.requests': { ...own('/requests', 'submitted'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.document': { ...own('/document', 'submitted'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.appeal': { ...own('/appeal', 'appealed'), get: ['ana'], post: ['ana'] },
  'routes/_app.activities.$activityId.qr': {
    at: ({ submitted, request }) => `/activities/${submitted}/qr?request=${request}`,
    nowhere: `/activities/${none}/qr?request=${none}`, get: ['ana'],
  },
  'routes/_app.activities.$activityId.form': { ...own('/form', 'submitted'), get: ['ana'] },
  'routes/_app.activities.$activityId.suggestion': {
    at: ({ submitted, request }) => `/activities/${submitted}/suggestion?request=${request}`,
    nowhere: `/activities/${none}/suggestion?request=${none}`, get: ['ana'], post: ['ana'],
  },
  'routes/_app.offers.$awardId': { at: ({ offer }) => `/offers/${offer}`, nowhere: `/offers/${none}`, get: ['chidi'], post: ['chidi'] },
  'routes/_app.programmes.$programmeId': { at: ({ programme }) => `/programmes/${programme}`, nowhere: `/programmes/${none}`, get: 'signed in' },
  'routes/_app.credentials_.$id.bundle': { ...credential('/bundle'), get: ['ana'] },
  'routes/_app.credentials_.$id.share': { ...credential('/share'), get: ['ana'], post: ['ana'] },

  // A student's, and those who review it.
  'routes/_app.activities.$activityId.sheet': { ...own('/sheet', 'approved'), get: ['ana', ...reviewers], post: ['ana'] },
  'routes/_app.activities.$activityId.sheet[.]pdf': { ...own('/sheet.pdf', 'approved'), get: ['ana', ...reviewers] },
  'routes/_app.activities.$activityId.evidence.$evidenceId': {
    at: ({ approved, approvedEvidence }) => `/activities/${approved}/evidence/${approvedEvidence}`,
    nowhere: `/activities/${none}/evidence/${none}`, get: ['ana', ...reviewers],
  },

  'routes/_app.activities.$activityId.documents.$documentId': {
    at: ({ documented, document }) => `/activities/${documented}/documents/${document}`,
    nowhere: `/activities/${none}/documents/${none}`, get: ['ana', ...reviewers],
  },

  // Whoever was asked by their own sign-in; this one was sent to somebody outside.
  'routes/_app.requests_.many': {
    at: ({ request }) => `/requests/many?of=${request}`, nowhere: `/requests/many?of=${none}`, get: [], post: [],
  },

  // What is offered: open to everybody, a proposal to those who keep it.
  'routes/_app.opportunities._index': { ...at('/opportunities'), get: 'signed in' },
  'routes/_app.opportunities.new': { ...at('/opportunities/new'), get: [...students, ...reviewers, 'elsewhere'], post: [...students, ...reviewers, 'elsewhere'] },
  'routes/_app.opportunities.proposals': { ...at('/opportunities/proposals'), get: [...reviewers, 'elsewhere'] },
  'routes/_app.opportunities.$opportunityId._index': {
    at: ({ proposal }) => `/opportunities/${proposal}`, nowhere: `/opportunities/${none}`, get: ['ana', ...reviewers], post: ['ana', ...reviewers],
    fields: () => ({ act: 'refuse' }),
  },
  'routes/_app.opportunities.$opportunityId.edit': {
    at: ({ proposal }) => `/opportunities/${proposal}/edit`, nowhere: `/opportunities/${none}/edit`, get: reviewers, post: reviewers,
  },

  // The institution's.
  'routes/_app.review': { ...at('/review'), get: [...reviewers, 'elsewhere'], post: [...reviewers, 'elsewhere'] },
  'routes/_app.records': { ...at('/records'), get: [...reviewers, 'elsewhere'] },
  'routes/_app.exports._index': { ...at('/exports'), get: ['rosa', 'lena'] },
  'routes/_app.exports.file': { ...at('/exports/file'), get: 'takes only forms', post: ['rosa', 'lena'], fields: () => ({ kind: 'credentials', format: 'json' }) },
  'routes/_app.review._index': { ...at('/review'), get: [...reviewers, 'elsewhere'] },
  'routes/_app.review.$activityId': {
    at: ({ inReview }) => `/review/${inReview}`, nowhere: `/review/${none}`, get: reviewers, post: reviewers,
    fields: () => ({ decision: 'return', revision: '1', answers: '1' }),
  },
  'routes/_app.review_.$activityId_.undo': {
    at: ({ approved }) => `/review/${approved}/undo`, nowhere: `/review/${none}/undo`, get: 'everyone', post: ['mina'],
    fields: ({ review }) => ({ reviews: review }),
  },
  'routes/_app.concerns._index': { ...at('/concerns'), get: ['rosa', 'devi'] },
  'routes/_app.concerns.$concernId': { at: ({ concern }) => `/concerns/${concern}`, nowhere: `/concerns/${none}`, get: ['rosa', 'devi'], post: ['rosa', 'devi'] },
  'routes/_app.appeals._index': { ...at('/appeals'), get: [...reviewers, 'elsewhere'] },
  'routes/_app.appeals.$appealId': { at: ({ appeal }) => `/appeals/${appeal}`, nowhere: `/appeals/${none}`, get: reviewers, post: reviewers },
  'routes/_app.burden': { ...at('/burden'), get: [...reviewers, 'elsewhere'] },
  'routes/_app.units._index': { ...at('/units'), get: [...reviewers, 'elsewhere', 'devi'] },
  'routes/_app.units.$unitId._index': {
    at: ({ unit }) => `/units/${unit}`, nowhere: `/units/${none}`, get: [...reviewers, 'devi'], post: [...reviewers, 'devi'],
    fields: () => ({ act: 'window' }),
  },
  'routes/_app.units.$unitId.rollover': {
    at: ({ unit }) => `/units/${unit}/rollover`, nowhere: `/units/${none}/rollover`, get: reviewers, post: reviewers,
  },
  'routes/_app.design._index': { ...at('/design'), get: designers },
  'routes/_app.design.new': { ...at('/design/new'), get: designers, post: designers },
  'routes/_app.design.$programmeId._index': { ...designed(''), get: designers, post: designers },
  'routes/_app.design.$programmeId.requirement': { ...designed('/requirement'), get: designers, post: designers },
  'routes/_app.design.$programmeId.dry-run': { ...designed('/dry-run'), get: designers },
  'routes/_app.design.$programmeId.languages': { ...designed('/languages'), get: designers, post: designers },
  'routes/_app.design.$programmeId.artwork': { ...designed('/artwork'), get: designers, post: designers },
  'routes/_app.design.$programmeId.partners': { ...designed('/partners'), get: designers, post: designers },
  'routes/_app.design.$programmeId.changes': { ...designed('/changes'), get: designers },
  'routes/_app.awards._index': { ...at('/awards'), get: ['rosa'] },
  'routes/_app.awards.expiring': { ...at('/awards/expiring'), get: ['rosa'], post: ['rosa'] },
  'routes/_app.awards.$programmeId_.plan': {
    at: ({ programme }) => `/awards/${programme}/plan`, nowhere: `/awards/${none}/plan`, get: ['rosa'], post: ['rosa'],
  },
  'routes/_app.awards.$programmeId_.runs._index': {
    at: ({ programme }) => `/awards/${programme}/runs`, nowhere: `/awards/${none}/runs`, get: ['rosa'], post: ['rosa'],
  },
  'routes/_app.awards.$programmeId_.runs.$runId': {
    at: ({ programme, run }) => `/awards/${programme}/runs/${run}`, nowhere: `/awards/${none}/runs/${none}`, get: ['rosa'], post: ['rosa'],
  },
  'routes/_app.awards.$programmeId': { at: ({ programme }) => `/awards/${programme}`, nowhere: `/awards/${none}`, get: ['rosa'], post: ['rosa'] },
  'routes/_app.mail._index': { ...at('/mail'), get: ['devi'], post: ['devi'] },
  'routes/_app.mail.letters.$letter': {
    at: () => '/mail/letters/reminder', nowhere: '/mail/letters/nothing', get: ['devi'], post: ['devi'],
  },
  'routes/_app.mail.letters.$letter_.page': {
    at: () => '/mail/letters/reminder/page', nowhere: '/mail/letters/nothing/page', get: ['devi'], post: ['devi'],
  },
  'routes/_app.mail.quiet-hours': { ...at('/mail/quiet-hours'), get: ['devi'], post: ['devi'] },
  'routes/_app.keys._index': { ...at('/keys'), get: ['devi'] },
  'routes/_app.keys.$keyId': { at: ({ key }) => `/keys/${key}`, nowhere: `/keys/${none}`, get: ['devi'], post: ['devi'] },
  'routes/_app.papers._index': { ...at('/papers'), get: ['rosa', 'devi'], post: ['rosa', 'devi'] },
  'routes/_app.papers.signatories.$signatoryId': {
    at: ({ signatory }) => `/papers/signatories/${signatory}`, nowhere: `/papers/signatories/${none}`, get: ['rosa', 'devi'], post: ['rosa', 'devi'],
  },
  'routes/_app.papers.specimen[.]pdf': { ...at('/papers/specimen.pdf'), get: ['rosa', 'devi'] },
  'routes/_app.papers.crest[.]png': { ...at('/papers/crest.png'), get: ['rosa', 'devi'] },
  'routes/_app.people._index': { ...at('/people'), get: ['devi'], post: ['devi'] },
  'routes/_app.people.$personId': {
    at: ({ student }) => `/people/${student}`, nowhere: `/people/${none}`, get: ['devi', 'rosa'], post: ['devi', 'rosa'],
  },
  'routes/_app.records_.transcripts': { ...at('/records/transcripts'), get: ['rosa', 'lena'] },
  'routes/_app.paper-runs._index': { ...at('/paper-runs'), get: ['rosa', 'lena'] },
  'routes/_app.paper-runs.new.$kind': {
    at: () => '/paper-runs/new/transcripts', nowhere: '/paper-runs/new/nothing', get: ['rosa', 'lena'], post: ['rosa', 'lena'],
  },
  // A registrar’s own, which tells of what is not shared.
  'routes/_app.paper-runs.$runId': {
    at: ({ paperRun }) => `/paper-runs/${paperRun}`, nowhere: `/paper-runs/${none}`, get: ['rosa'], post: ['rosa'],
  },
  'routes/_app.people.$personId_.transcript': {
    at: ({ student }) => `/people/${student}/transcript`, nowhere: `/people/${none}/transcript`, get: ['rosa', 'lena'], post: ['rosa', 'lena'],
  },
  'routes/_app.people.$personId_.transcript_.preview[.]pdf': {
    at: ({ student }) => `/people/${student}/transcript/preview.pdf`, nowhere: `/people/${none}/transcript/preview.pdf`,
    get: 'takes only forms', post: ['rosa', 'lena'],
  },
  'routes/_app.credentials_.$id.correction': { ...credential('/correction'), get: ['ana'], post: ['ana'] },
  'routes/_app.corrections._index': { ...at('/corrections'), get: ['rosa'] },
  'routes/_app.corrections.$correctionId': {
    at: ({ correction }) => `/corrections/${correction}`, nowhere: `/corrections/${none}`, get: ['rosa'], post: ['rosa'],
  },
  'routes/_app.credentials_.$id.revocation': { ...credential('/revocation'), get: ['rosa'], post: ['rosa'] },

  // Holders of a link: little before the code, all after it, and the form only then.
  'routes/e.$token': { ...link(), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.code': { ...link('/code'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.renewal': { ...link('/renewal'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.return': { ...link('/return'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.decline': { ...link('/decline'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.question': { ...link('/question'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.hand-over': { ...link('/hand-over'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.concern': { ...link('/concern'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.waiting': { ...link('/waiting'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.account': { ...link('/account'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.list': { ...link('/list'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.many': { ...link('/many'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.amendment': { ...link('/amendment'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.withdrawal': { ...link('/withdrawal'), get: 'everyone', post: 'everyone' },
  'routes/e.$token_.stop': { ...link('/stop'), get: 'everyone', post: 'everyone' },
  // Not answered yet, so there is nothing to take away.
  'routes/e.$token_.receipt[.]pdf': { ...link('/receipt.pdf'), get: [] },
  'routes/e.$token_.evidence.$evidenceId': {
    at: ({ token, tokenEvidence }) => `/e/${token}/evidence/${tokenEvidence}`, nowhere: `/e/${noToken}/evidence/${none}`, get: ['eleni'],
  },
  // What a student shows to be scanned: no more than the page that mails the digits.
  'routes/q.$token': { at: ({ scan }) => scan, nowhere: `/q/${noToken}`, get: 'everyone' },
  'routes/q.$token_.code': { at: ({ scan }) => `${scan}/code`, nowhere: `/q/${noToken}/code`, get: 'everyone', post: 'everyone' },
  'routes/p.$token': { at: ({ partner }) => `/p/${partner}`, nowhere: `/p/${noToken}`, get: 'everyone', post: 'everyone' },
  'routes/partner-endorsements.$id': { ...at(`/partner-endorsements/${nothing}`), get: [] },
  'routes/invitation.$token': {
    at: ({ invitation }) => `/invitation/${invitation}`, nowhere: `/invitation/${noToken}`, get: 'everyone', post: 'everyone',
  },
  'routes/confirmation.$token': { ...at(`/confirmation/${noToken}`), get: [], post: 'everyone' },
  'routes/password-reset.$token': { ...at(`/password-reset/${noToken}`), get: [], post: 'everyone' },

  // What stands at an address in a credential: there for everyone while shared, for its holder and the registrar always.
  'routes/credentials.$id': { ...credential(''), get: ['ana', 'rosa'] },
  // Of what is shared everybody may report; of what is not, nobody, not even who may see it.
  'routes/credentials.$id_.concern': { ...credential('/concern'), get: [], post: [] },
  'routes/credentials.$id[.]json': { ...credential('.json'), get: ['ana'] },
  'routes/credentials.$id[.]jwt': { ...credential('.jwt'), get: ['ana'] },
  'routes/credentials.$id[.]png': { ...credential('.png'), get: ['ana'] },
  'routes/credentials.$id[.]svg': { ...credential('.svg'), get: ['ana'] },
  // Other sites show what is shared, and nothing else.
  'routes/credentials.$id_.card[.]png': { ...credential('/card.png'), get: [] },
  'routes/oembed': {
    at: ({ unshared }) => `/oembed?${new URLSearchParams({ url: `http://localhost:${process.env['PORT']}/credentials/${unshared}` })}`,
    nowhere: `/oembed?url=${nothing}`, get: [],
  },
  // Its QR code leads to the public page, so there is none without that.
  'routes/credentials.$id[.]pdf': { ...credential('.pdf'), get: [] },
  'routes/credentials.$id[.]zip': { ...credential('.zip'), get: ['ana'] },
  'routes/credentials.$id_.because[.]json': { ...credential('/because.json'), get: ['ana'] },
  'routes/transcripts.$id': { ...transcript(''), get: ['ana'], post: ['ana'] },
  'routes/transcripts.$id[.]json': { ...transcript('.json'), get: ['ana'] },
  'routes/transcripts.$id[.]pdf': { ...transcript('.pdf'), get: ['ana'] },
  'routes/transcripts.$id[.]png': { ...transcript('.png'), get: ['ana'] },
  'routes/transcripts.$id[.]svg': { ...transcript('.svg'), get: ['ana'] },
  'routes/transcripts.$id[.]zip': { ...transcript('.zip'), get: ['ana'] },
  'routes/endorsements.$id': { ...endorsement(''), get: [] },
  'routes/endorsements.$id[.]json': { ...endorsement('.json'), get: [] },
  'routes/achievements.$id': { at: ({ achievement }) => `/achievements/${achievement}`, nowhere: `/achievements/${nothing}`, get: 'everyone' },
  'routes/achievements.$id[.]json': { at: ({ achievement }) => `/achievements/${achievement}.json`, nowhere: `/achievements/${nothing}.json`, get: 'everyone' },
  'routes/status.$listId': { at: ({ list }) => `/status/${list}`, nowhere: `/status/${nothing}`, get: 'everyone' },
  'routes/status.$listId[.]json': { at: ({ list }) => `/status/${list}.json`, nowhere: `/status/${nothing}.json`, get: 'everyone' },
  'routes/issuers.$slug': { ...at('/issuers/northbridge'), nowhere: '/issuers/nowhere', get: 'everyone' },
  'routes/issuers.$slug[.]json': { ...at('/issuers/northbridge.json'), nowhere: '/issuers/nowhere.json', get: 'everyone' },
  'routes/issuers.$slug_.did[.]json': { ...at('/issuers/northbridge/did.json'), nowhere: '/issuers/nowhere/did.json', get: 'everyone' },

  // Everyone's.
  'routes/catalogue': { ...at('/catalogue'), get: 'everyone' },
  'routes/verify': { ...at('/verify'), get: 'everyone', post: 'everyone' },
  'routes/verify_.many': { ...at('/verify/many'), get: 'everyone', post: 'everyone' },
  'routes/api.verify': { ...at('/api/verify'), get: 'takes only forms', post: 'everyone' },
  'routes/sign-in': { ...at('/sign-in'), get: 'everyone', post: 'everyone' },
  'routes/sign-up': { ...at('/sign-up'), get: 'everyone', post: 'everyone' },
  'routes/forgotten-password': { ...at('/forgotten-password'), get: 'everyone', post: 'everyone' },
  'routes/privacy': { ...at('/privacy'), get: 'everyone' },
  'routes/accessibility': { ...at('/accessibility'), get: 'everyone' },
  'routes/artwork.$digest[.]png': { at: ({ artwork }) => `/artwork/${artwork}.png`, nowhere: `/artwork/${nothing}.png`, get: 'everyone' },
  'routes/emblem[.]svg': { ...at('/emblem.svg'), get: 'everyone' },
  'routes/theme': { ...at('/theme'), get: 'everyone', post: 'everyone' },
  // Whoever sits at the machine reads the mailbox of the demo.
  'routes/dev.mail': { ...at('/dev/mail'), get: 'everyone' },
  'routes/dev.mail_.$name': { at: ({ letter }) => `/dev/mail/${letter}`, nowhere: `/dev/mail/${none}`, get: 'everyone' },
  // Last: it ends the session that asks.
  'routes/sign-out': { ...at('/sign-out'), get: 'everyone', post: 'everyone' },
}

export function answers(who: Who, person: Person): boolean {
  if (who === 'everyone') return true
  if (who === 'takes only forms') return false
  return who === 'signed in' ? hasSession(person) : who.includes(person)
}

export const hasSession = (person: Person) => !['visitor', 'eleni', 'ines'].includes(person)

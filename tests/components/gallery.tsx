import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import { Frame } from '~/components/frame'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { SplitFrame } from '~/components/split-frame'
import { Status, statusOf, type Noun, type StateOf } from '~/components/status'
import { StrangerFrame } from '~/components/stranger-frame'
import { en } from '~/messages/en'
import { LanguageProvider, wordsIn } from '~/messages/messages'
import { Forms } from './gallery-forms'
import { Pages } from './gallery-pages'
import { Parts } from './gallery-parts'
import { Pictures } from './gallery-pictures'

export const NOW = Date.parse('2026-05-21T13:32:00Z')
export const words = wordsIn('en', 'Europe/London', new Date(NOW))

export const nouns = [
  'activity',
  'request',
  'review',
  'judgement',
  'requirement',
  'programme',
  'award',
  'credential',
  'check',
  'appeal',
] as const satisfies readonly Noun[]

/** Every part of every page in all its states, as the server would write it. */
export const gallery = () =>
  rendered(
    <Frame
      person={{ name: 'Ana Duarte', roles: ['student', 'supervisor'] }}
      institution="Northbridge University"
      flash={{
        words: 'Three activities approved',
        undo: { words: 'Undo', action: '/review', fields: {}, seconds: 30 },
      }}
    >
      <PageTitle above="Thursday, 21 May 2026" below="One of each, with all its states.">
        Two things need you, Ana. The rest is in good hands.
      </PageTitle>
      <Pages />
      <States />
      <Parts />
      <Pictures />
      <Forms />
    </Frame>,
  )

/** As a language that runs from right to left would show it. */
export async function mirrored() {
  en.direction = 'rtl'
  return gallery().finally(() => {
    en.direction = 'ltr'
  })
}

export const strangers = () =>
  rendered(
    <StrangerFrame institution="Northbridge University" width="narrow">
      <PageTitle above="For Eleni Papadaki. Takes about three minutes; no account needed.">
        Ana D. asks you to confirm what you saw.
      </PageTitle>
    </StrangerFrame>,
  )

export const signIn = () =>
  rendered(
    <SplitFrame aside="2,318 students of Northbridge have 9,412 activities on record.">
      <h1>Sign in</h1>
    </SplitFrame>,
  )

function States() {
  return (
    <Section title="States" note="Icon, word and colour; the word names the person and the day.">
      <ul className="rows">
        {nouns.map(noun => (
          <li key={noun}>
            <h3>{noun}</h3>
            <p className="mt-2 flex flex-wrap gap-x-7 gap-y-2">
              {statesOf(noun).map(state => (
                <Status
                  key={String(state)}
                  {...statusOf(words, noun, state, {
                    who: 'Ben Ortiz',
                    at: '2026-05-19T09:00:00Z',
                    level: 'Independent',
                  })}
                />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const statesOf = <N extends Noun>(noun: N) => Object.keys(en.status[noun]) as StateOf<N>[]

/** As the server renders it: inside a router that has loaded a page. */
export async function rendered(children: ReactNode) {
  const element = (
    <LanguageProvider language="en" timeZone="Europe/London" now={NOW}>
      {children}
    </LanguageProvider>
  )
  const { dataRoutes, query } = createStaticHandler([{ path: '*', element }])
  const context = await query(new Request('http://localhost/activities'))
  if (context instanceof Response) throw new Error('The gallery redirects nowhere.')
  return renderToStaticMarkup(
    <StaticRouterProvider
      router={createStaticRouter(dataRoutes, context)}
      context={context}
      hydrate={false}
    />,
  )
}

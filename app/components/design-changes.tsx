import { linesBetween, linesOf, type ComparedLine } from '~/domain/design-changes'
import type { Design, OutcomeChoice } from '~/domain/design-page.server'
import { emblemOf } from '~/domain/programme-description'
import { stretchesBetween } from '~/domain/revision-changes'
import { useMessages, useWords, type Words } from '~/messages/messages'
import { fieldsSaid, saidOf } from './design-said'
import { Emblem } from './emblem'
import { Section } from './section'
import { Terms } from './table'
import { ChangedText, Come, Gone } from './version-changes'

/** Deeper than this there is no room on a phone. */
const indents = ['', 'ms-5', 'ms-10', 'ms-14', 'ms-16']

type Props = { older: Design; newer: Design; choices: readonly OutcomeChoice[]; institution: string }

/** Field by field, and line by line of what it takes. */
export function DesignChanges({ older, newer, choices, institution }: Props) {
  const words = useWords()
  const { design: { changes }, designFields } = words.messages
  const [was, is] = [saidOf(older, choices, words), saidOf(newer, choices, words)]
  const fields = fieldsSaid(is).filter(field => was[field] !== is[field])
  const lines = linesBetween(readLines(older, words), readLines(newer, words))
  const hasOtherLines = lines.some(line => line.in !== 'both')
  const hasOtherArtwork = older.artworkDigest !== newer.artworkDigest
  if (fields.length === 0 && !hasOtherLines && !hasOtherArtwork) return <p className="pb-12">{changes.same}</p>
  return (
    <>
      {fields.length > 0 && (
        <Section title={changes.fields}>
          <Terms
            terms={fields.map(field => ({
              name: designFields.of[field].label,
              value: <ChangedText stretches={stretchesBetween(was[field], is[field])} />,
            }))}
          />
        </Section>
      )}
      {hasOtherArtwork && (
        <Section title={changes.artwork}>
          <div className="flex flex-wrap gap-x-12 gap-y-6">
            <Emblemed design={older} institution={institution} />
            <Emblemed design={newer} institution={institution} />
          </div>
        </Section>
      )}
      {hasOtherLines && (
        <Section title={changes.requirement}>
          <ul className="grid gap-2">
            {lines.map((line, at) => (
              <li key={at} className={`quote ${indents[line.depth] ?? 'ms-20'}`}>
                <Compared line={line} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Emblemed({ design, institution }: { design: Design; institution: string }) {
  const { design: words, designArtwork } = useMessages()
  return (
    <figure>
      <Emblem source={emblemOf(design, institution)} size={168} label={designArtwork.alt(design.title)} />
      <figcaption className="label mt-2">
        {designArtwork.ofVersion[design.artworkDigest ? 'uploaded' : 'drawn'](words.version(design.version))}
      </figcaption>
    </figure>
  )
}

function readLines({ requirement, names }: Design, { messages, format }: Words) {
  return linesOf(requirement, part => messages.requirement.sentence(part, names, format))
}

function Compared({ line }: { line: ComparedLine }) {
  if (line.in === 'newer') return <Come>{line.words}</Come>
  return line.in === 'older' ? <Gone>{line.words}</Gone> : line.words
}

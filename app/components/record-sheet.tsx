import type { RecordSheet as Told, SheetBlock, SheetLevel } from '~/domain/record-sheet'
import { Level } from './level'
import { Section } from './section'
import { Terms } from './table'

/** A sheet as a page: what its paper says, in the same order. */
export function RecordSheet({ sheet: { parts } }: { sheet: Told }) {
  return (
    <>
      {parts.map(({ title, note, blocks }) => (
        <Section key={title} title={title} note={note}>
          <div className="grid gap-5">
            {blocks.map((block, at) => (
              <Block key={at} block={block} />
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

function Block({ block }: { block: SheetBlock }) {
  if ('words' in block) return <p className="prose whitespace-pre-line wrap-anywhere">{block.words}</p>
  if ('reached' in block) return <Reached reached={block.reached} />
  if ('quote' in block) {
    return (
      <figure className="break-inside-avoid">
        {block.quote && <blockquote className="quote whitespace-pre-line">{block.quote}</blockquote>}
        <figcaption className="mt-2">
          <span className="font-medium">{block.by}</span>
          <span className="label block">{block.known}</span>
        </figcaption>
      </figure>
    )
  }
  const terms = block.terms.map(({ term, meaning }) => ({
    name: term, value: <span className="whitespace-pre-line wrap-anywhere">{meaning}</span>,
  }))
  return <Terms terms={terms} />
}

function Reached({ reached: { name, level, descriptor } }: { reached: SheetLevel }) {
  return (
    <div className="grid gap-x-8 gap-y-1 break-inside-avoid sm:grid-cols-[minmax(0,1fr)_11rem]">
      <h3>{name}</h3>
      <p>
        <Level at={level.position} of={level.of} name={level.word} />
      </p>
      <p className="col-start-1 max-w-[62ch]">{descriptor}</p>
    </div>
  )
}

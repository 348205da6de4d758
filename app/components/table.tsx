import type { ReactNode } from 'react'

export type Column = { title: string; isEnd?: boolean }
/** The first cell names the row. */
export type Row = { key: string; cells: readonly ReactNode[] }

type Props = { caption: string; columns: readonly Column[]; rows: readonly Row[]; isSmall?: boolean }

/** Hairlines, no stripes, figures at the end of their column. Wide tables scroll in their own region. */
export function Table({ caption, columns, rows, isSmall }: Props) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className={isSmall ? 'table text-sm' : 'table'}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isEnd }) => (
              <th key={title} scope="col" className={isEnd ? 'end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{cells[0]}</th>
              {cells.slice(1).map((cell, at) => (
                <td key={at} className={columns[at + 1]?.isEnd ? 'end' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export type Term = { name: string; value: ReactNode }

/** Names in the margin, values beside them, a hairline under each. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className="terms">
      {terms.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A few facts side by side, set as on the printed certificate. */
export function Facts({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className="facts">
      {terms.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import { ages } from '~/domain/burden'
import type { BurdenPage } from '~/domain/burden.server'
import { useMessages } from '~/messages/messages'
import { Table } from './table'

/** A line a person: what lies with them, what they answered, and how long that took. */
export function BurdenTable({ rows }: { rows: BurdenPage['rows'] }) {
  const { burden, locale } = useMessages()
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return (
    <Table
      caption={burden.caption}
      columns={[
        { title: burden.who },
        { title: burden.open, isEnd: true },
        { title: burden.answered, isEnd: true },
        { title: burden.declined, isEnd: true },
        { title: burden.median, isEnd: true },
        { title: burden.ageing },
      ]}
      rows={rows.map(row => ({
        key: row.id,
        cells: [
          row.name ? (
            <span className="block min-w-48">
              {row.name}
              <span className="label block break-words">{row.address}</span>
            </span>
          ) : (
            burden.erased
          ),
          figure.format(row.open),
          figure.format(row.answered),
          figure.format(row.declined),
          row.medianDays === null ? burden.noMedian : figure.format(row.medianDays),
          <Ageing key="ageing" waiting={row.waiting} />,
        ],
      }))}
    />
  )
}

function Ageing({ waiting }: { waiting: readonly number[] }) {
  const { burden } = useMessages()
  const lines = waiting.flatMap((count, at) =>
    count === 0 ? [] : [burden.waiting(count, burden.age(ages[at - 1] ?? 0, ages[at] ?? null))],
  )
  return lines.map(line => (
    <span key={line} className="label block min-w-36">
      {line}
    </span>
  ))
}

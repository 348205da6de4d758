import { ColumnTypeEnum, type ColumnType, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'

/**
 * What a statement written by hand reads, by the names of its columns. It goes to the adapter directly: what the
 * client does around a statement costs more than most statements of a page.
 */
export async function readRows<T>(connection: SqlDriverAdapter, sql: string, values: readonly unknown[]): Promise<T[]> {
  const query: SqlQuery = { sql, args: [...values], argTypes: values.map(() => ({ scalarType: 'unknown', arity: 'scalar' })) }
  const { columnNames, columnTypes, rows } = await connection.queryRaw(query)
  const columns = columnNames.map((name, at) => ({ name, told: tellers[columnTypes[at] ?? ColumnTypeEnum.Text] }))
  return rows.map(row => {
    const named: Record<string, unknown> = {}
    columns.forEach(({ name, told }, at) => {
      const value = row[at]
      named[name] = told && value !== null ? told(value) : value
    })
    return named as T // the statement's author says what it reads
  })
}

const moment = (value: unknown) => new Date(String(value))

/** Values the adapters hand over as something else; all others come as they are. */
const tellers: Partial<Record<ColumnType, (value: unknown) => unknown>> = {
  [ColumnTypeEnum.Int64]: Number,
  [ColumnTypeEnum.Numeric]: Number,
  [ColumnTypeEnum.Boolean]: value => value === true || value === 1,
  [ColumnTypeEnum.Date]: moment,
  [ColumnTypeEnum.DateTime]: moment,
}

import { useRevalidator } from '@remix-run/react'
import { useRef, useState } from 'react'
import { MAXIMUM_FILE_BYTES } from '~/domain/evidence'
import { sendWhole, type OnItsWay, type Outcome, type Parcel } from './evidence-sender'

export interface Sending {
  key: number
  file: File
  /** How many of its bytes are there. */
  sent: number
  outcome: Outcome | null
  isUnderWay: boolean
}

export interface Queue {
  sendings: readonly Sending[]
  /** One after the other. Answers whether all of them were kept. */
  send(files: readonly File[], parcelOf: (file: File, place: number) => Omit<Parcel, 'onSent'>): Promise<boolean>
  stop(key: number): void
  dismiss(key: number): void
  again(key: number): void
}

type Wanted = { key: number; parcel: Omit<Parcel, 'onSent'> }

/** Files on their way, one after the other, while the page goes on being used. */
export function useQueue(): Queue {
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const { revalidate } = useRevalidator()
  const wanted = useRef(new Map<number, Wanted>())
  const underWay = useRef<{ key: number; way: OnItsWay } | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const stopped = useRef(new Set<number>())

  const change = (key: number, to: Partial<Sending>) =>
    setSendings(all => all.map(one => (one.key === key ? { ...one, ...to } : one)))
  const drop = (key: number) => setSendings(all => all.filter(one => one.key !== key))

  async function carry({ key, parcel }: Wanted): Promise<Outcome> {
    if (stopped.current.has(key)) return { is: 'stopped' }
    change(key, { isUnderWay: true, outcome: null })
    const way = await wayOf({ ...parcel, onSent: sent => change(key, { sent }) })
    underWay.current = { key, way }
    const outcome = await way.outcome
    underWay.current = null
    return outcome
  }

  /** After those before it. */
  function line(up: Wanted): Promise<Outcome> {
    const mine = last.current.then(async () => {
      const outcome = await carry(up)
      change(up.key, { outcome, isUnderWay: false })
      if (outcome.is === 'broken') up.parcel = { ...up.parcel, uploadId: outcome.uploadId }
      if (outcome.is === 'kept') revalidate()
      return outcome
    })
    last.current = mine
    return mine
  }

  return {
    sendings,
    async send(files, parcelOf) {
      const coming = files.map((file, place) => ({ key: nextKey++, parcel: parcelOf(file, place) }))
      for (const each of coming) wanted.current.set(each.key, each)
      const fresh = { sent: 0, outcome: null, isUnderWay: false }
      const rows = coming.map(({ key, parcel: { file } }) => ({ key, file, ...fresh }))
      setSendings(all => [...all.filter(({ outcome }) => outcome?.is !== 'kept'), ...rows])
      const outcomes = await Promise.all(coming.map(line))
      return outcomes.every(({ is }) => is === 'kept')
    },
    stop(key) {
      stopped.current.add(key)
      if (underWay.current?.key === key) underWay.current.way.stop()
      else change(key, { outcome: { is: 'stopped' } })
    },
    dismiss: drop,
    again(key) {
      stopped.current.delete(key)
      const up = wanted.current.get(key)
      if (up) void line(up)
    },
  }
}

let nextKey = 0

/** Large recordings come in pieces, by a script that is fetched only then. */
async function wayOf(parcel: Parcel): Promise<OnItsWay> {
  if (parcel.file.size <= MAXIMUM_FILE_BYTES) return sendWhole(parcel)
  const { sendInPieces } = await import('./evidence-pieces')
  return sendInPieces(parcel)
}

import { useWords } from '~/messages/messages'
import { Terms } from './table'

export interface Receipt {
  at: string
  /** A file's name or an address; null for a text that was pasted. */
  what: string | null
  digest: string | null
}

/** What makes a page that is printed a receipt: when, by whom, and of what exactly. */
export function VerificationReceipt({ receipt, institution }: { receipt: Receipt; institution: string }) {
  const { messages, format } = useWords()
  const { verifyReceipt } = messages
  const { at, what, digest } = receipt
  return (
    <div className="receipt mt-8">
      <h2 className="mb-2">{verifyReceipt.title}</h2>
      <Terms
        terms={[
          { name: verifyReceipt.at, value: format.moment(at) },
          { name: verifyReceipt.by, value: institution },
          { name: verifyReceipt.what, value: <span className="wrap-anywhere">{what ?? verifyReceipt.pasted}</span> },
          ...(digest ? [{ name: verifyReceipt.digest, value: <code className="wrap-anywhere">{digest}</code> }] : []),
        ]}
      />
      <p className="label mt-3 receipt-way">{verifyReceipt.print}</p>
    </div>
  )
}

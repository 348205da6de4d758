/** A learner's own decentralised identifier in what is signed. */
export const ownDid = {
  label: 'Your own DID',
  hint:
    'Only if you have one in a wallet, as did:key or did:web. The document then calls you by it, and a wallet that holds ' +
    'its key can show that it is yours; we do not check that. Your name and your hashed mail address stay beside it, so ' +
    'it never makes the document somebody else’s. Every reader sees it, and can tell by it which documents belong together.',
  notOne:
    'This is no did:key or did:web that can be read. Copy it whole from your wallet, without what stands after a #, or leave ' +
    'this open.',
  ours: 'This is the DID of the university itself. Take your own, or leave this open.',
  name: 'Holder’s own DID',
  note: 'Given by the holder; the university did not check whose it is.',
}

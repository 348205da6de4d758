// As far as the tests use them; published without types of their own.

declare module '@digitalbazaar/vc' {
  interface Loaded {
    contextUrl: null
    documentUrl: string
    document: object
  }
  type Loader = (url: string) => Promise<Loaded>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: Loader
    now?: Date
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: Loader
  }): Promise<object>
  export function derive(options: {
    verifiableCredential: object
    suite: object
    documentLoader: Loader
  }): Promise<object>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: string })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>
    signer(): object
    id: string
  }
  export function generate(options: { id?: string; controller: string; seed?: Uint8Array }): Promise<KeyPair>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  interface BitstringStatusList {
    getStatus(index: number): boolean
    setStatus(index: number, status: boolean): void
    encode(): Promise<string>
  }
  export function createList(options: { length: number }): Promise<BitstringStatusList>
  export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>
}

declare module '@digitalbazaar/ecdsa-multikey' {
  interface KeyPair {
    export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>
    signer(): object
    id: string
  }
  export function generate(options: { curve: 'P-256' | 'P-384' }): Promise<KeyPair>
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): object
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { signer: object; date: string })
  }
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** Where the text may (or, when `required`, must) go on in a new line; null at the end. */
    nextBreak(): { position: number; required: boolean } | null
  }
}

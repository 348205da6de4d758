/** What was asked for lately: made once, and let go in the order it was last asked for. */
export class Recent<Answer> {
  readonly #answers = new Map<string, Answer>()
  readonly #most: number
  #letters = 0

  /** Of all that is kept, in letters of what was asked: an answer must not be much larger than its question. */
  constructor(most: number) {
    this.#most = most
  }

  get(question: string, make: () => Answer): Answer {
    const known = this.#answers.get(question)
    const answer = known ?? make()
    if (known === undefined) this.#letters += question.length
    else this.#answers.delete(question)
    this.#answers.set(question, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#letters <= this.#most) break
      this.#answers.delete(oldest)
      this.#letters -= oldest.length
    }
    return answer
  }
}

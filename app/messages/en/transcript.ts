/** Transcripts: what was selected of a record, or all of it. */
export const transcript = {
  name: 'Co-curricular transcript',
  describes: (institution: string, isComplete: boolean, day: string) =>
    isComplete
      ? `All credentials in force and all approved activities at ${institution}, as at ${day}. Not an academic transcript.`
      : `A selection by its holder of credentials and approved activities at ${institution}, as at ${day}. Not an academic transcript.`,
}

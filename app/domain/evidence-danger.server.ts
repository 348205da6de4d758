import { carriesProgram } from '~/lib/pdf-programs.server'
import { zipContents } from '~/lib/zip-contents.server'
import { Refusal } from '~/lib/refusal'
import { evidence as words } from '~/messages/en/evidence'

/** Office documents are zip files of some dozen parts; the longest of them unpack to a tenth of this. */
const MOST_UNPACKED = 300_000_000
const MOST_PARTS = 5_000

const macros = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i

/** What would act by itself, or fill a disk, once somebody opens it: told by its content, as far as it can be read. */
export async function refuseDanger({ path }: { path: string }, mediaType: string) {
  if (mediaType === 'application/pdf' && (await carriesProgram(path))) throw no(words.refused.program)
  if (!/officedocument|opendocument/.test(mediaType)) return
  const contents = await zipContents(path)
  if (!contents) throw no(words.refused.damaged)
  const { names, unpackedBytes } = contents
  if (unpackedBytes > MOST_UNPACKED || names.length > MOST_PARTS) throw no(words.refused.bomb)
  if (names.some(name => macros.test(name))) throw no(words.refused.macros)
}

const no = (sentence: string) => new Refusal(sentence, 'file')

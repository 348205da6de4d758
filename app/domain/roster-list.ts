import { parseMinutes } from './minutes'

/** Somebody on a list of who took part. */
export interface Listed {
  name: string
  email: string
  minutes: number
  role: string
}

export const MOST_LISTED = 200

/** A list as people keep it: name, address, time, and a role where it is not everybody's; a line a person. */
export function readList(text: string): { listed: Listed[]; wrong: string[] } {
  const listed: Listed[] = []
  const wrong: string[] = []
  text.split(/\r?\n/).slice(0, MOST_LINES).forEach((line, at) => {
    if (line.trim() === '' || listed.length > MOST_LISTED) return
    const [name = '', email = '', time = '', role = ''] = cellsOf(line)
    const minutes = parseMinutes(time)
    const about = `Line ${at + 1}`
    if (!name) wrong.push(`${about}: write the name first.`)
    else if (!email) wrong.push(`${about}: write the mail address after the name, with a comma between.`)
    else if (!isAddress(email)) wrong.push(`${about}: “${email.slice(0, 60)}” is no mail address.`)
    else if (!minutes) wrong.push(`${about}: write the time as 12, 1:30 or 90 min after the address.`)
    else listed.push({ name: name.slice(0, 120), email: email.slice(0, 254), minutes, role: role.slice(0, 120) })
  })
  return { listed, wrong }
}

/** Empty lines count too. */
const MOST_LINES = 3 * MOST_LISTED

const isAddress = (text: string) => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** By tab or semicolon where there is one, since either leaves the comma to decimals; an address may stand in <…>. */
function cellsOf(line: string) {
  const mark = ['\t', ';', ','].find(each => line.includes(each)) ?? ','
  return line.split(mark).map(cell => cell.trim().replace(/^"(.*)"$/, '$1').replace(/^<(.*)>$/, '$1').trim())
}

import { squarePicture } from '~/lib/square-picture.server'

/** Prints the memory of the process before it looks at the picture, and at most, in bytes; and what became of it. */
const [path = ''] = process.argv.slice(2)
const idle = process.memoryUsage().rss
const outcome = await squarePicture({ path, isDrawing: false, side: 512, smallest: 256, mostPixels: 50_000_000 })
process.stdout.write(JSON.stringify({ idle, most: process.resourceUsage().maxRSS * 1024, refused: 'refused' in outcome ? outcome.refused : null }))

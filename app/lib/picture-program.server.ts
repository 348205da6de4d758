import { squarePicture, type PictureAsked } from './square-picture.server'

// Started by nobody but `picture.server.ts`, which says this.
process.once('message', async (asked: PictureAsked) => process.send?.(await squarePicture(asked)))
process.once('disconnect', () => process.exit())

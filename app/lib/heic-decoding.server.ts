import { readFile } from 'node:fs/promises'
import heicDecode from 'heic-decode'
import sharp from 'sharp'

export interface HeicAsked {
  path: string
  mostPixels: number
}

/** The first picture in the file, upright, as a JPEG that says nothing of where and with what it was taken. */
export async function decodeHeic({ path, mostPixels }: HeicAsked): Promise<Uint8Array> {
  const images = await heicDecode.all({ buffer: await readFile(path) })
  try {
    const [image] = images
    if (!image || image.width * image.height > mostPixels) throw new RangeError('No picture, or too large a one.')
    const { data, width, height } = await image.decode()
    const pixels = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels })
    return await pixels.removeAlpha().jpeg({ quality: 88 }).toBuffer()
  } finally {
    images.dispose()
  }
}

// As far as it is used here; published without types of its own.
declare module 'heic-decode' {
  interface HeicImage {
    width: number
    height: number
    /** Four bytes a pixel, turned as the camera was held. */
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }

  const heicDecode: {
    /** Reads what is in the file; no picture is unpacked before its own `decode`. */
    all(from: { buffer: Uint8Array }): Promise<HeicImage[] & { dispose(): void }>
  }
  export default heicDecode
}

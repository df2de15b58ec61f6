export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** in bytes */
  readonly size: number;
}
/** A file as it is sent, and what was done to it. */
export interface Prepared {
  readonly file: File;
  readonly said: { readonly before: PictureSize; readonly after: PictureSize } | null;
}

/** As it shows, turned the way it says; null when the browser cannot read it, which the server will say better. */
export async function sizeOf(file: Blob): Promise<Pick<PictureSize, 'width' | 'height'> | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  const size = picture && { width: picture.width, height: picture.height };
  picture?.close();
  return size;
}

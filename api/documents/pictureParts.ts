/** What a picture file is made of. */
export interface PictureParts {
  /** The parts that show the picture, in order. */
  readonly shown: readonly Buffer[];
  /** Everything else: who took it, where and with what, previews, remarks, and what is tied to its end. */
  readonly rest: Buffer;
}

/** The parts of a JPEG or PNG file; null when it is not built as such a file is. */
export function pictureParts(file: Buffer): PictureParts | null {
  return file[0] === 0xff ? jpegParts(file) : pngParts(file);
}

const jpeg = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe };
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= jpeg.start);

/** Of application segments only those that say how colours are to be shown. */
function showsPicture(marker: number, segment: Buffer): boolean {
  if (marker === jpeg.comment) return false;
  if (!isApplication(marker)) return true;
  const name = segment.toString('latin1', 4, 16);
  const isHeader = marker === 0xe0 && name.startsWith('JFIF\0') && segment.length === 18;
  return (
    isHeader ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe') && segment.length === 16)
  );
}

function jpegParts(file: Buffer): PictureParts | null {
  const shown: Buffer[] = [file.subarray(0, 2)];
  const rest: Buffer[] = [];
  let at = 2;
  while (at + 1 < file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (marker === jpeg.end || standsAlone(marker)) {
      shown.push(file.subarray(at, at + 2));
      at += 2;
      if (marker === jpeg.end) return { shown, rest: Buffer.concat([...rest, file.subarray(at)]) };
    } else {
      if (at + 4 > file.length) return null;
      const end = at + 2 + file.readUInt16BE(at + 2);
      const segment = file.subarray(at, end);
      (showsPicture(marker, segment) ? shown : rest).push(segment);
      at = end;
      if (marker === jpeg.scan) {
        const next = endOfScan(file, at);
        shown.push(file.subarray(at, next));
        at = next;
      }
    }
  }
  return null;
}

/** Where the marker after the coded data of a scan begins: in the data, 0xff is followed by 0, or by a restart marker. */
function endOfScan(file: Buffer, from: number): number {
  let at = file.indexOf(0xff, from);
  while (at !== -1) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = file.indexOf(0xff, at + 2);
  }
  return file.length;
}

const shownChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  // How its colours and pixels are meant.
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
]);

function pngParts(file: Buffer): PictureParts | null {
  const shown: Buffer[] = [file.subarray(0, 8)];
  const rest: Buffer[] = [];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const kind = file.toString('latin1', at + 4, at + 8);
    (shownChunks.has(kind) ? shown : rest).push(file.subarray(at, end));
    at = end;
    if (kind === 'IEND') return { shown, rest: Buffer.concat([...rest, file.subarray(at)]) };
  }
  return null;
}

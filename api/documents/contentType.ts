import { fileTypeFromBuffer } from 'file-type';
import { Problem } from '../http/problem.js';

/** Kinds of file evidence may be, and the endings their names may have. */
const accepted = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const;
export type MediaType = keyof typeof accepted;

/**
 * The kind of a file by its content, not by its name.
 *
 * @throws Problem `file_refused` when it is none of the accepted kinds, or is not what its name says
 */
export async function contentTypeOf(head: Buffer, fileName: string): Promise<MediaType> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  const mediaType = (Object.keys(accepted) as MediaType[]).find((one) => one === found);
  if (!mediaType)
    throw new Problem('file_refused', {
      zh: '只接受 PDF、JPEG、PNG 文件；这个文件的内容不是其中任何一种。',
      en: 'Only PDF, JPEG and PNG files are accepted, and the content of this file is none of them.',
    });
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const endings: readonly string[] = accepted[mediaType];
  if (!endings.includes(ending)) {
    throw new Problem(
      'file_refused',
      {
        zh: `文件名“${fileName}”与内容不符：内容是 ${endings[0]?.toUpperCase()}，文件名应以 .${endings.join(' 或 .')} 结尾。`,
        en: `The name “${fileName}” does not fit the content, which is ${endings[0]?.toUpperCase()}; the name should end in .${endings.join(' or .')}.`,
      },
      { field: 'fileName' },
    );
  }
  return mediaType;
}

import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import type { BilingualText } from '../../rules/bilingualText.js';
import { Problem } from '../http/problem.js';

/** Kinds of file evidence may be, and the endings their names may have. */
const evidence = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const;
/** Forms to fill in as well: Word and Excel, without macros, which are other kinds of file. */
const published = {
  ...evidence,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const;
export type MediaType = keyof typeof published;
type EvidenceType = keyof typeof evidence;

/**
 * The kind of a file of evidence by its content, not by its name.
 *
 * @throws Problem `file_refused` when it is none of the accepted kinds, or is not what its name says
 */
export async function contentTypeOf(head: Buffer, fileName: string): Promise<EvidenceType> {
  return accepted((await fileTypeFromBuffer(head))?.mime, fileName, evidence, {
    zh: 'PDF、JPEG、PNG',
    en: 'PDF, JPEG and PNG',
  });
}

/** The same of a file that an office publishes, which may be of Word or Excel too. @throws Problem `file_refused` */
export async function publishedTypeOf(file: string, fileName: string): Promise<MediaType> {
  return accepted((await fileTypeFromFile(file))?.mime, fileName, published, {
    zh: 'PDF、Word（docx）、Excel（xlsx）、JPEG、PNG',
    en: 'PDF, Word (docx), Excel (xlsx), JPEG and PNG',
  });
}

function accepted<Type extends string>(
  found: string | undefined,
  fileName: string,
  kinds: Readonly<Record<Type, readonly string[]>>,
  names: BilingualText,
): Type {
  const mediaType = (Object.keys(kinds) as Type[]).find((one) => one === found);
  if (!mediaType)
    throw new Problem('file_refused', {
      zh: `只接受 ${names.zh} 文件；这个文件的内容不是其中任何一种。`,
      en: `Only ${names.en} files are accepted, and the content of this file is none of them.`,
    });
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const endings = kinds[mediaType];
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

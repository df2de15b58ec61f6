import type { Policy } from '../../policy/policy.js';
import { type Finding, findingOf } from './finding.js';

/** Two files that are the same, byte by byte, or show nearly the same picture. */
export interface FileMatch {
  readonly documentId: string;
  readonly exact: boolean;
  /** The other file's name, in this application; null: it is in the application of another person. */
  readonly otherName: string | null;
  readonly elsewhere: Finding['elsewhere'];
}

/** What is said of files that are there twice. Who the other person is, is said nowhere. */
export function fileFindings(matches: readonly FileMatch[], policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  return matches.map(({ documentId, exact, otherName, elsewhere }) => {
    if (otherName === null)
      return exact
        ? findingOf(
            'file_elsewhere',
            { documentId, elsewhere },
            {
              zh: '同一个文件已用于他人的申报，请核对。',
              en: 'The same file is used in the application of another person; please check.',
            },
            policy,
          )
        : findingOf(
            'picture_elsewhere',
            { documentId, elsewhere },
            {
              zh: '几乎相同的图片已用于他人的申报，请核对。',
              en: 'Nearly the same picture is used in the application of another person; please check.',
            },
            policy,
          );
    return exact
      ? findingOf(
          'same_file',
          { documentId },
          {
            zh: `与“${otherName}”是同一个文件，请核对是否重复上传。`,
            en: `The same file as “${otherName}”; please check whether it was uploaded twice.`,
          },
          policy,
        )
      : findingOf(
          'similar_picture',
          { documentId },
          {
            zh: `与“${otherName}”几乎相同，请核对是否重复上传。`,
            en: `Nearly the same picture as “${otherName}”; please check whether it was uploaded twice.`,
          },
          policy,
        );
  });
}

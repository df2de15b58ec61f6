import { z } from 'zod';
import { findingCodes } from '../../rules/dossier/checks/finding.js';
import { documentChanges } from '../../rules/dossier/difference.js';
import { documentKinds, sectionNames } from '../../rules/dossier/dossier.js';
import { pictureRemarks } from '../../rules/dossier/pictures.js';
import { at, event, json, label, sha256 } from '../openapi/parts.js';
import { MissingItem } from '../openapi/problemAnswer.js';

export const DocumentAnswer = z
  .object({
    id: z.uuid(),
    applicationId: z.uuid(),
    kind: z.enum(documentKinds),
    year: z.int().nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256,
    uploadedAt: at,
    covered: z.boolean().optional().meta({ description: '其中有遮盖的部分；无权查看原件的人看到的是遮盖件' }),
    picture: z
      .object({ width: z.int(), height: z.int(), remarks: z.array(z.enum(pictureRemarks)) })
      .optional()
      .meta({ description: '图片的像素，以及审核时应核对的问题' }),
  })
  .meta({ id: 'Document' });
const RetirementNote = z.object({ zh: z.string(), en: z.string(), clause: z.string(), on: z.iso.date().nullable() });
const FindingAnswer = z
  .object({
    code: z.enum(findingCodes),
    severity: z.enum(['warning', 'remark']),
    section: z.enum(sectionNames).nullable(),
    field: z.string().nullable(),
    documentId: z.uuid().nullable(),
    elsewhere: z
      .object({ id: z.uuid(), number: z.string() })
      .nullable()
      .meta({ description: '同一文件或证书编号所在的另一份申报；仅在有权查看该申报时给出' }),
    clause: z.string().nullable(),
    message: z.string(),
    messageEn: z.string(),
  })
  .meta({ id: 'Finding', description: '机器核对的提示，不影响受理' });
export const SavedAnswer = z.object({
  version: z.int(),
  missing: z.array(MissingItem),
  findings: z.array(FindingAnswer),
});
export const DossierAnswer = z.object({
  version: z.int().nullable(),
  hash: sha256.nullable(),
  frozen: z.boolean(),
  label: label.meta({ description: '是哪个版本：填报中、第几次上报' }),
  sections: json.nullable(),
  retirement: RetirementNote.nullable().meta({
    description: '申报人在提交之后、评审之前达到法定退休年龄；仅本人可见日期',
  }),
  identityReadable: z.boolean().meta({ description: '现在能否写明理由后查看完整身份证号和电话' }),
  documents: z.array(DocumentAnswer),
  findings: z.array(FindingAnswer),
});

export const SubmissionsAnswer = z.object({
  items: z.array(z.object({ hash: sha256, submission: z.int(), event, eventLabels: label, seq: z.int(), at })),
});
export const DifferenceAnswer = z.object({
  from: sha256,
  to: sha256,
  fields: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  documents: z.array(
    z.object({
      change: z.enum(documentChanges),
      before: DocumentAnswer.nullable(),
      after: DocumentAnswer.nullable(),
    }),
  ),
});

import { z } from 'zod';
import { documentKinds } from '../../rules/dossier.js';
import { at, json, sha256 } from './parts.js';
import { MissingItem } from './problemAnswer.js';

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
  })
  .meta({ id: 'Document' });
export const SavedAnswer = z.object({ version: z.int(), missing: z.array(MissingItem) });
export const DossierAnswer = z.object({
  version: z.int().nullable(),
  hash: sha256.nullable(),
  frozen: z.boolean(),
  sections: json.nullable(),
  documents: z.array(DocumentAnswer),
});

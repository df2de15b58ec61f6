import { createHash, randomUUID } from 'node:crypto';
import { addDocument } from '../../../records/dossier/addDocument.js';
import { keepFile } from '../../../records/dossier/documentFile.js';
import { saveSections } from '../../../records/dossier/saveSections.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import type { TestApi } from '../../support/testApi.js';
import { completeDossier } from '../../unit/rules/completeDossier.js';

const at = Date.parse('2024-07-22T10:00:00+08:00');
interface Of {
  readonly applicationId: string;
  readonly applicantId: string;
}

/** Fills in the form of an application that came by an import, which brings none. */
export async function saveForm(api: TestApi, of: Of, sections: Dossier = completeDossier): Promise<void> {
  await saveSections(api.db, { ...of, sections, expectedVersion: null, at });
}

/** Adds a photo to an application. */
export async function addPhoto(api: TestApi, { content, ...of }: Of & { readonly content: Buffer }): Promise<void> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { dataDir } = api.deps;
  await keepFile({ dataDir, db: api.db }, { owner: personOwner(of.applicantId), sha256 }, content);
  await addDocument(api.db, {
    id: randomUUID(),
    applicationId: of.applicationId,
    kind: 'photo',
    year: null,
    fileName: 'photo.png',
    mediaType: 'image/png',
    size: content.length,
    sha256,
    uploadedBy: of.applicantId,
    uploadedAt: at,
  });
}

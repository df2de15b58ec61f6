import { createHash } from 'node:crypto';
import { applicationPage } from '../../records/application/applicationPage.js';
import type { Application } from '../../records/application/applicationRow.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { mayReadKind } from '../../rules/dossier/confidential.js';
import { documentLabels } from '../../rules/dossier/documentLabels.js';
import { mayPrint, paperKinds, paperNames } from '../../rules/papers/paperKinds.js';
import type { Caller } from '../accounts/caller.js';
import { shownDocuments } from '../documents/covering/shownDocuments.js';
import { exportedApplication } from '../proof/exportedApplication.js';
import { refuseBroken } from '../proof/requireIntact.js';
import { signFile } from '../proof/signedFile.js';
import type { Services } from '../services.js';
import { applicationPaper } from './applicationPaper.js';
import { paperStanding } from './paperInput.js';
import { type Entry, namePart } from './sendZip.js';

interface Reader {
  readonly application: Application;
  readonly roles: readonly Role[];
  readonly caller: Caller;
}

/**
 * All that a reader may have of one application: its evidence as last submitted, with parts covered where they read no original, the papers they print, the record with its proof,
 * and a signed manifest of all of it, with sizes and SHA-256.
 */
export async function* dossierArchive(services: Services, reader: Reader): AsyncGenerator<Entry> {
  const manifest: { name: string; size: number; sha256: string }[] = [];
  for await (const entry of contents(services, reader)) {
    const { name, content } = entry;
    manifest.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    yield entry;
  }
  const { application } = reader;
  const about = {
    applicationId: application.id,
    number: application.number,
    madeAt: isoInBeijing(await services.clock()),
  };
  const signed = await signFile(services.recordSigner, { format: 'pingshen-dossier/1', ...about, files: manifest });
  yield { name: '清单.json', content: Buffer.from(canonical(signed)) };
}

async function* contents(services: Services, reader: Reader): AsyncGenerator<Entry> {
  const { application, roles, caller } = reader;
  const standing = await paperStanding(services, application);
  const readable = await shownDocuments(
    services.db,
    standing.documents.filter(({ kind }) => mayReadKind(kind, roles)),
    roles,
  );
  for (const [index, document] of readable.entries()) yield* evidence(services, { application, document, index });
  for (const name of paperNames) {
    if (!mayPrint(name, roles) || !paperKinds[name].ready(standing)) continue;
    yield {
      name: `文书/${paperKinds[name].zh}.pdf`,
      content: await applicationPaper(services, { application, caller, name }),
    };
  }
  const record = await exportedApplication(services, reader);
  yield { name: '记录/记录.json', content: Buffer.from(canonical(record)) };
}

/** A file of evidence, numbered in the order of upload; nothing where its content was erased. */
async function* evidence(
  services: Services,
  given: { readonly application: Application; readonly document: StoredDocument; readonly index: number },
): AsyncGenerator<Entry> {
  const { application, document, index } = given;
  const { id, kind, year, fileName, sha256 } = document;
  const file = { owner: personOwner(application.applicantId), sha256 };
  const content = await readFileOf(services, file).catch(() =>
    refuseBroken(services, application.id, { what: 'file', at: id }),
  );
  if (content === null) return;
  const parts = [String(index + 1).padStart(2, '0'), documentLabels[kind].zh, ...(year === null ? [] : [String(year)])];
  yield { name: `材料/${namePart(parts.join(' '))} ${namePart(fileName)}`, content };
}

/** What the file is called. */
export async function archiveName({ db }: Pick<Services, 'db'>, { id, number }: Application): Promise<string> {
  const page = await applicationPage(db, id);
  return `${number} ${namePart(page?.applicantName ?? '')} 申报档案.zip`;
}

import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import type { StoredDocument } from '../../../api/applications.js';
import { ApiProblem, ConnectionLost, isProblem } from '../../../api/problem.js';
import { signedInAgain } from '../../../api/session.js';

export const LARGEST = 20 * 1024 * 1024;
export const accepted = ['application/pdf', 'image/jpeg', 'image/png'];

export interface NewDocument {
  readonly applicationId: string;
  readonly kind: DocumentKind;
  readonly year: number | null;
  readonly file: File;
}

interface Watch {
  readonly signal: AbortSignal;
  /** share uploaded, 0 to 1 */
  readonly onProgress: (share: number) => void;
}

/**
 * Uploads one document. Uses XMLHttpRequest because fetch reports no upload progress. An ended session is renewed in
 * place and the file sent again.
 *
 * @throws ApiProblem when the file is refused, or no upload is allowed now · ConnectionLost
 */
export async function upload(document: NewDocument, watch: Watch): Promise<StoredDocument> {
  const { status, body } = await send(document, watch);
  if (status === 401) {
    await signedInAgain.ask();
    return await upload(document, watch);
  }
  if (status === 201) return body as StoredDocument;
  throw isProblem(body) ? new ApiProblem(body) : new ConnectionLost(status);
}

function send({ applicationId, kind, year, file }: NewDocument, { signal, onProgress }: Watch) {
  const query = new URLSearchParams({ kind, fileName: nameOf(file), ...(year === null ? {} : { year: String(year) }) });
  return new Promise<{ readonly status: number; readonly body: unknown }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/applications/${applicationId}/documents?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) });
    request.onerror = () => reject(new ConnectionLost('upload'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function nameOf({ name }: File): string {
  return name.replaceAll(/[/\\]/g, ' ').slice(-200);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

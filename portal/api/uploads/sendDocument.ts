import { answer, api } from '../client.js';
import { ConnectionLost, problemIn } from '../problem.js';
import type { components } from '../schema.js';
import { fileNameOf } from './fileNameOf.js';
import type { Sending } from './sendInParts.js';

type StoredDocument = components['schemas']['Document'];

export interface NewDocument {
  readonly applicationId: string;
  readonly kind: StoredDocument['kind'];
  readonly year: number | null;
  readonly file: File;
}

/** What becomes of it, in this order; `onBegun` gives the way to pause or cancel it. */
interface Watched {
  readonly onBegun?: (sending: Sending) => void;
  readonly onProgress?: (share: number) => void;
  /** It has arrived whole and is being examined. */
  readonly onArrived?: () => void;
}

/**
 * Uploads one document in parts and has it examined. The protocol is loaded when it is needed.
 *
 * @throws ApiProblem when the file is refused, or no upload is allowed now · ConnectionLost
 */
export async function sendDocument(document: NewDocument, watched: Watched = {}): Promise<StoredDocument> {
  try {
    return await sendOnce(document, watched, false);
  } catch (error) {
    // What this one went on with has been forgotten, and is no document either.
    if (problemIn(error)?.code !== 'not_found') throw error;
    return await sendOnce(document, watched, true);
  }
}

async function sendOnce(
  { applicationId, kind, year, file }: NewDocument,
  { onBegun, onProgress, onArrived }: Watched,
  isAnew: boolean,
): Promise<StoredDocument> {
  const { sendInParts } = await import('./sendInParts.js').catch((error: unknown) => {
    throw new ConnectionLost(error);
  });
  const words = { kind, fileName: fileNameOf(file), ...(year === null ? {} : { year: String(year) }) };
  const uploadId = await new Promise<string>((resolve, reject) => {
    const watched = { onProgress: onProgress ?? (() => undefined), onArrived: resolve, onError: reject };
    sendInParts({ applicationId, words, content: file, isAnew }, watched).then(onBegun, reject);
  });
  onArrived?.();
  return await patiently(() =>
    answer(
      api.POST('/api/applications/{id}/uploads/{uploadId}/document', {
        params: { path: { id: applicationId, uploadId } },
      }),
    ),
  );
}

const pauses = [500, 2_000, 8_000];

/** Asks again when no answer came: repeating it makes one document. */
async function patiently<Answer>(ask: () => Promise<Answer>, attempt = 0): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const pause = pauses[attempt];
    if (!(error instanceof ConnectionLost) || pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return await patiently(ask, attempt + 1);
  }
}

import { DefaultHttpStack, type DetailedError, Upload } from 'tus-js-client';
import { largestChunk } from '../../../rules/dossier/uploadLimits.js';
import { ApiProblem, ConnectionLost, isProblem, type ProblemBody } from '../problem.js';
import { signedInAgain } from '../session.js';
import { storedAddress } from './storedAddress.js';
import { withChecksums } from './withChecksums.js';

/** After each part that got through it begins again; then a minute and a half of tries, and the person is asked. */
const pauses = [0, 300, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000];

interface Sent {
  readonly applicationId: string;
  /** `kind`, `fileName`, and `year` where there is one */
  readonly words: Readonly<Record<string, string>>;
  readonly content: Blob;
  /** An earlier upload of the same has ended; this one does not go on with it. */
  readonly isAnew: boolean;
}
interface Watched {
  readonly onProgress: (share: number) => void;
  /** The server has all of it, or had: it may have ended in another tab. */
  readonly onArrived: (uploadId: string) => void;
  readonly onError: (error: ApiProblem | ConnectionLost) => void;
}

/** An upload under way: `pause` and `resume` as often as one likes, `cancel` removes what has arrived. */
export interface Sending {
  pause(): void;
  resume(): void;
  cancel(): Promise<void>;
}

/**
 * Sends a file in parts, each again by itself when its line was cut, from where it was cut. A session that has ended is renewed
 * in place.
 */
export async function sendInParts({ applicationId, words, content, isAnew }: Sent, watched: Watched): Promise<Sending> {
  const endpoint = `${location.origin}/api/applications/${applicationId}/uploads`;
  const stored = await storedAddress(content, [endpoint, ...Object.values(words)]);
  const address = isAnew ? null : (stored?.read() ?? null);
  const arrived = () => {
    stored?.forget();
    watched.onArrived(upload.url?.split('/').at(-1) ?? '');
  };
  const upload: Upload = new Upload(content, {
    // Without it the library does not begin another one when this one has ended: that is looked at first.
    endpoint: address === null ? endpoint : null,
    uploadUrl: address,
    metadata: { ...words },
    chunkSize: largestChunk,
    httpStack: withChecksums(new DefaultHttpStack({})),
    retryDelays: pauses,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => {
      if (upload.url !== null) stored?.keep(upload.url);
      upload.options.endpoint = null;
    },
    onProgress: (sent, all) => watched.onProgress(all === 0 ? 0 : sent / all),
    onShouldRetry: (error) => mayPass(error),
    onSuccess: arrived,
    onError: (error) => void failed(error),
  });

  async function failed(error: Error | DetailedError): Promise<void> {
    const response = 'originalResponse' in error ? error.originalResponse : null;
    const status = response?.getStatus() ?? 0;
    if (status === 401 && (await signedInAgain.ask())) return upload.start();
    if (status === 404 && upload.url !== null) return arrived();
    const problem = problemOf(response?.getBody());
    watched.onError(problem && status < 500 ? new ApiProblem(problem) : new ConnectionLost(status));
  }
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    cancel: async () => {
      stored?.forget();
      await upload.abort(true).catch(() => undefined);
    },
  };
}

/** Cut, damaged, too slow, the wrong place after a cut, too many at once, or a server that is away: not so in a moment. */
function mayPass(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0;
  const { code } = problemOf(error.originalResponse?.getBody()) ?? {};
  return [0, 408, 423, 429, 460].includes(status) || status >= 500 || code === 'offset_mismatch';
}

function problemOf(text: string | undefined): ProblemBody | null {
  try {
    const body: unknown = JSON.parse(text ?? '');
    return isProblem(body) ? body : null;
  } catch {
    return null;
  }
}

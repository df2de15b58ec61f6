import type { QueryClient } from '@tanstack/react-query';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { largestFile } from '../../../../rules/dossier/uploadLimits.js';
import { dossierQuery, policyQuery } from '../../../api/applications.js';
import { ConnectionLost } from '../../../api/problem.js';
import type { Prepared } from '../../../api/uploads/prepared.js';
import { sendDocument } from '../../../api/uploads/sendDocument.js';
import type { Sending } from '../../../api/uploads/sendInParts.js';
import { type Assignment, assignmentOf, isAssigned } from './assignmentOf.js';
import { prepare } from './prepare.js';

export const accepted = ['application/pdf', 'image/jpeg', 'image/png'];
/** At once; the others wait their turn. */
const atOnce = 2;

/**
 * `unassigned`: a person has to say or confirm what it is. `queued`, `preparing`, `sending`, `paused`, `examining`: under way.
 * `uncropped`: a portrait that has to be cropped. `failed`: with the reason.
 */
export type UploadState =
  | 'unassigned'
  | 'queued'
  | 'preparing'
  | 'uncropped'
  | 'sending'
  | 'paused'
  | 'examining'
  | 'failed';

export interface Upload {
  readonly id: string;
  /** the part of the form it was given to */
  readonly place: string;
  readonly file: File;
  readonly kind: DocumentKind | null;
  readonly year: number | null;
  readonly state: UploadState;
  /** share uploaded, 0 to 1 */
  readonly share: number;
  /** what was done to the picture before it was sent */
  readonly prepared: Prepared['said'] | null;
  /** why it failed: what was thrown, or that it cannot be evidence */
  readonly error: unknown;
}

/** Files chosen together, and what the person has said they are. */
export interface Chosen extends Assignment {
  readonly files: readonly File[];
  readonly place: string;
  /** what they may be */
  readonly kinds: readonly DocumentKind[];
  /** They were given to this kind and no other. */
  readonly isSure?: boolean;
}
type Arrived = (upload: Upload) => void;

/** The uploads of one application, whichever part of the form shows them; they go on while the person is elsewhere in it. */
export class UploadQueue {
  #uploads: readonly Upload[] = [];
  readonly #sendings = new Map<string, Sending>();
  readonly #listeners = new Set<() => void>();
  readonly #arrivals = new Set<Arrived>();

  constructor(
    readonly applicationId: string,
    private readonly client: QueryClient,
  ) {}

  readonly uploads = (): readonly Upload[] => this.#uploads;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly onArrived = (listener: Arrived): (() => void) => {
    this.#arrivals.add(listener);
    return () => this.#arrivals.delete(listener);
  };

  /** Takes files. Those that wait for a person to look are `unassigned`. */
  add({ files, place, kinds, ...said }: Chosen): void {
    const added = files.map((file): Upload => {
      const { isReady, ...assignment } = assignmentOf(file.name, { ...said, kinds, together: files.length });
      const error = unfitness(file);
      const state = error !== null ? 'failed' : isReady ? 'queued' : 'unassigned';
      return { id: crypto.randomUUID(), place, file, ...assignment, state, share: 0, prepared: null, error };
    });
    this.#set([...this.#uploads, ...added]);
    this.#next();
  }

  assign(id: string, assignment: Assignment): void {
    this.#change(id, assignment);
  }
  /** Starts what has a kind, and a year where it needs one. */
  confirm(ids: readonly string[]): void {
    for (const { id } of this.#uploads.filter((one) => ids.includes(one.id) && isAssigned(one)))
      this.#change(id, { state: 'queued', error: null, share: 0 });
    this.#next();
  }
  crop(id: string, file: File): void {
    this.#change(id, { file, state: 'queued' });
    this.#next();
  }
  pause(id: string): void {
    this.#sendings.get(id)?.pause();
    this.#change(id, { state: 'paused' });
    this.#next();
  }
  resume(id: string): void {
    this.#change(id, { state: 'sending' });
    this.#sendings.get(id)?.resume();
  }
  /** Tries at once what waits for the connection, or has given up waiting. */
  tryAgain(): void {
    for (const { id, state } of this.#uploads) if (state === 'sending') this.#restart(id);
    this.confirm(this.#uploads.filter((one) => one.state === 'failed' && mayRetry(one)).map(({ id }) => id));
  }
  /** Ends an upload, and removes what has arrived of it. */
  remove(id: string): void {
    void this.#sendings.get(id)?.cancel();
    this.#forget(id);
    this.#next();
  }

  #restart(id: string): void {
    this.#sendings.get(id)?.pause();
    this.#sendings.get(id)?.resume();
  }
  #next(): void {
    const busy = this.#uploads.filter(({ state }) => ['preparing', 'sending', 'examining'].includes(state)).length;
    const turn = this.#uploads.filter(({ state }) => state === 'queued').slice(0, Math.max(0, atOnce - busy));
    for (const upload of turn) void this.#send(upload);
  }

  async #send({ id, kind, year, file: chosen }: Upload): Promise<void> {
    if (kind === null) return;
    this.#change(id, { state: 'preparing' });
    try {
      const prepared = await prepare(chosen, kind, () => this.client.fetchQuery(policyQuery(this.applicationId)));
      if (prepared === 'uncropped') return this.#change(id, { state: 'uncropped' });
      const { file, said } = prepared;
      this.#change(id, { state: 'sending', prepared: said });
      await sendDocument(
        { applicationId: this.applicationId, kind, year, file },
        {
          onBegun: (sending) => this.#begun(id, sending),
          onProgress: (share) => this.#change(id, { share }),
          onArrived: () => this.#change(id, { state: 'examining', share: 1 }),
        },
      );
      await this.client.invalidateQueries({ queryKey: dossierQuery(this.applicationId).queryKey });
      const upload = this.#uploads.find((one) => one.id === id);
      this.#forget(id);
      if (upload) for (const listener of this.#arrivals) listener(upload);
    } catch (error) {
      // What was refused has ended on the server as well.
      if (!mayRetry({ error })) this.#sendings.delete(id);
      this.#change(id, { state: 'failed', error });
    } finally {
      this.#next();
    }
  }

  #begun(id: string, sending: Sending): void {
    // It was cancelled or paused before the first byte.
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return void sending.cancel();
    this.#sendings.set(id, sending);
    if (upload.state === 'paused') sending.pause();
  }
  #forget(id: string): void {
    this.#sendings.delete(id);
    this.#set(this.#uploads.filter((one) => one.id !== id));
  }
  #change(id: string, part: Partial<Upload>): void {
    this.#set(this.#uploads.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }
  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether it may be sent again as it is. */
export const mayRetry = ({ error }: Pick<Upload, 'error'>): boolean => error instanceof ConnectionLost;

function unfitness({ size, type }: File): 'tooLarge' | 'wrongType' | 'empty' | null {
  if (size === 0) return 'empty';
  if (!accepted.includes(type)) return 'wrongType';
  // A larger picture is made smaller before it is sent.
  return size > largestFile && type === 'application/pdf' ? 'tooLarge' : null;
}

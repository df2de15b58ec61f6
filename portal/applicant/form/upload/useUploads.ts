import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConnectionLost, problemIn } from '../../../api/problem.js';
import { applicant } from '../../../labels/applicant.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { problem } from '../../../labels/problem.js';
import { accepted, LARGEST, type NewDocument, upload } from './upload.js';

export type { NewDocument };

export interface Upload {
  readonly id: string;
  readonly document: NewDocument;
  readonly share: number;
  /** why the upload failed */
  readonly error: string | null;
  /** it can be retried unchanged */
  readonly again: boolean;
  readonly stop: () => void;
}

/** The uploads in progress in one part of the form; `onArrived` is called when one is stored. */
export function useUploads(onArrived: () => void) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const lost = useLabels(problem);
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [arrived, setArrived] = useState<string | null>(null);
  const drop = (id: string) => setUploads((all) => all.filter((one) => one.id !== id));
  const change = (id: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));

  async function start(document: NewDocument, id: string = crypto.randomUUID()): Promise<void> {
    const stopping = new AbortController();
    const { file, applicationId } = document;
    const unfit = file.size > LARGEST ? t('tooLarge') : accepted.includes(file.type) ? null : t('wrongType');
    const begun: Upload = { id, document, share: 0, error: unfit, again: false, stop: () => stopping.abort() };
    setUploads((all) => [...all.filter((one) => one.id !== id), begun]);
    if (unfit !== null) return;
    try {
      await upload(document, { signal: stopping.signal, onProgress: (share) => change(id, { share }) });
      drop(id);
      setArrived(file.name);
      await client.invalidateQueries({ queryKey: ['application', applicationId, 'dossier'] });
      onArrived();
    } catch (thrown) {
      if (thrown instanceof DOMException) drop(id);
      else {
        const refused = problemIn(thrown);
        const again = thrown instanceof ConnectionLost;
        change(id, {
          error: refused ? localize({ zh: refused.detail, en: refused.detailEn }) : lost(again ? 'lost' : 'unknown'),
          again,
        });
      }
    }
  }
  return { uploads, arrived, start, drop };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { type Upload, UploadQueue } from './UploadQueue.js';

const queues = new Map<string, UploadQueue>();

/**
 * The uploads of an application that one part of the form shows, and the one that was stored last; `onStored` is
 * called for each.
 */
export function useUploads(applicationId: string, isHere: (place: string) => boolean, onStored: () => void) {
  const client = useQueryClient();
  const queue = queues.get(applicationId) ?? new UploadQueue(applicationId, client);
  queues.set(applicationId, queue);
  const [stored, setStored] = useState<Upload | null>(null);
  const all = useSyncExternalStore(queue.subscribe, queue.uploads);
  const arrived = useEffectEvent((upload: Upload) => {
    if (!isHere(upload.place)) return;
    setStored(upload);
    onStored();
  });
  useEffect(() => queue.onArrived((upload) => arrived(upload)), [queue]);
  useEffect(() => {
    const tryAgain = () => queue.tryAgain();
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, [queue]);
  return { queue, uploads: all.filter(({ place }) => isHere(place)), stored };
}

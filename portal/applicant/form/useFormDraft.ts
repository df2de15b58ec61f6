import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { dossierQuery } from '../../api/applications.js';
import { useMe } from '../../api/me.js';
import { FormDraft, type OnServer } from './FormDraft.js';
import type { Sections } from './sections.js';

type DossierOfApi = Awaited<ReturnType<NonNullable<ReturnType<typeof dossierQuery>['queryFn']>>>;

/** The draft of an application's form in this browser window. `onServer` is the server's version when it was opened. */
export function useFormDraft(applicationId: string, onServer: OnServer) {
  const client = useQueryClient();
  const { personId } = useMe();
  const [draft] = useState(() => new FormDraft(optionsOf(client, applicationId, personId), onServer));
  useEffect(() => draft.start(), [draft]);
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot);
  return { draft, ...state };
}

function optionsOf(client: QueryClient, applicationId: string, personId: string) {
  const query = dossierQuery(applicationId);
  return {
    applicationId,
    personId,
    read: async (): Promise<OnServer> => {
      const { version, sections } = await client.fetchQuery({ ...query, staleTime: 0 });
      return { version: version ?? 0, sections: (sections ?? {}) as Sections };
    },
    onSaved: ({ version, sections }: OnServer) =>
      client.setQueryData<DossierOfApi>(query.queryKey, (dossier) => dossier && { ...dossier, version, sections }),
  };
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { ContactChannel } from '../../rules/people/contact.js';
import { readJson } from './readJson.js';

interface Config {
  readonly now: string;
  readonly temporalUiUrl: string | null;
  /** what the button for single sign-on says; null: there is none */
  readonly singleSignOn: string | null;
  /** whether short messages can be sent */
  readonly sms: boolean;
  readonly demo:
    | readonly { readonly email: string; readonly password: string; readonly role: string; readonly name?: string }[]
    | null;
}

/** Campaign time minus this browser's clock, in ms, so that time left is counted by the server's clock. */
let offset = 0;

/** What the portal needs to know about this installation before anybody signs in. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: async ({ signal }) => {
    const config = await readJson<Config>('/api/config', signal);
    offset = Date.parse(config.now) - Date.now();
    return config;
  },
  staleTime: 5 * 60_000,
  retry: false,
});
export const useConfig = () => useQuery(configQuery).data;

/** The ways on which a code can be sent here. */
export function useChannels(): readonly ContactChannel[] {
  return useConfig()?.sms ? ['mail', 'sms'] : ['mail'];
}

/** Campaign time on the server, in ms since the epoch. */
export const now = () => Date.now() + offset;

const halfMinute = () => Math.floor(now() / 30_000) * 30_000;

/** Campaign time to the half minute; re-renders the caller when it changes. */
export function useNow(): number {
  return useSyncExternalStore((changed) => {
    const timer = setInterval(changed, 5_000);
    return () => clearInterval(timer);
  }, halfMinute);
}

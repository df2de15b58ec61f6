import type { RequestHandler } from 'express';
import { isoInBeijing } from '../rules/calendar/instant.js';
import type { Deps } from './deps.js';

/** An account of the demo, told to everybody who opens the sign-in page. */
export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** `GET /api/config`: what a window has to know of this installation before anybody signs in. */
export function configRoute({ clock, temporalUiUrl, demoAccounts }: ConfigDeps): RequestHandler {
  return async (_request, response) => {
    const demo = demoAccounts?.length ? demoAccounts : null;
    response.set('Cache-Control', 'no-store');
    response.json({ now: isoInBeijing(await clock()), temporalUiUrl, demo });
  };
}
type ConfigDeps = Pick<Deps, 'clock' | 'temporalUiUrl' | 'demoAccounts'>;

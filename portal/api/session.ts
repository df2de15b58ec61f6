import { createWaiting } from './waiting.js';

let known = false;

/** From now on an ended session is renewed in place, because an open page could lose what was typed. */
export function sessionIsKnown(): void {
  known = true;
}

/** Whether anybody has been signed in on this page. */
export const wasSignedIn = () => known;

/** Requests of a session that ended wait until the person has signed in again. */
export const signedInAgain = createWaiting();

/** Requests that take a fresh second factor wait until the person has entered a code. */
export const provenAgain = createWaiting();

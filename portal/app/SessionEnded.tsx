import { lazy, Suspense } from 'react';
import { provenAgain, signedInAgain } from '../api/session.js';

const SignInAgain = lazy(() => import('../account/SignInAgain.js').then(({ SignInAgain: it }) => ({ default: it })));
const ProveAgain = lazy(() => import('../account/ProveAgain.js').then(({ ProveAgain: it }) => ({ default: it })));

/** Renews an ended session, or asks for a code, in place, so that the open page loses nothing. */
export function SessionEnded() {
  const ended = signedInAgain.useWaiting();
  const stale = provenAgain.useWaiting();
  return (
    <Suspense fallback={null}>
      {ended ? <SignInAgain /> : null}
      {stale && !ended ? <ProveAgain /> : null}
    </Suspense>
  );
}

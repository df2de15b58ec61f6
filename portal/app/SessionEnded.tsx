import { lazy, Suspense } from 'react';
import { useSessionEnded } from '../api/session.js';

const SignInAgain = lazy(() => import('../account/SignInAgain.js').then(({ SignInAgain: it }) => ({ default: it })));

/** Renews an ended session in place, so that the open page loses nothing. */
export function SessionEnded() {
  const ended = useSessionEnded();
  return ended ? (
    <Suspense fallback={null}>
      <SignInAgain />
    </Suspense>
  ) : null;
}

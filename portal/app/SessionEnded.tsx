import { lazy, Suspense } from 'react';
import { useSessionEnded } from '../api/session.js';

const SignInAgain = lazy(() => import('../account/SignInAgain.js').then(({ SignInAgain: it }) => ({ default: it })));

/** Asks for the session in place when it has ended under an open page, which loses nothing. */
export function SessionEnded() {
  const ended = useSessionEnded();
  return ended ? (
    <Suspense fallback={null}>
      <SignInAgain />
    </Suspense>
  ) : null;
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMe } from '../../api/me.js';
import type { MotionLine } from '../../meeting/meetingQueries.js';
import { type StoredVote, storedVotes } from './storedVotes.js';
import { verifyVotes } from './verifyVotes.js';

/**
 * Interval in ms between retries of votes not yet counted; jitter is added, so that voters do not retry at the same
 * moment.
 */
const AGAIN = 4_000;

/** The caller's votes of a meeting, followed until each is counted. Call `refresh` after a vote was cast. */
export function useVotes(meetingId: string, motions: readonly MotionLine[] | undefined) {
  const { personId } = useMe();
  const voting = useMemo(() => ({ meetingId, personId }), [meetingId, personId]);
  const [votes, setVotes] = useState<readonly StoredVote[]>(() => storedVotes(voting));
  const refresh = useCallback(() => setVotes(storedVotes(voting)), [voting]);
  useEffect(() => {
    if (motions === undefined) return;
    let over = false;
    const look = async () => {
      const moved = await verifyVotes(voting, motions).catch(() => false);
      if (moved && !over) refresh();
    };
    // Counted votes are looked up at once; others are sent again after the interval.
    void look();
    const again = setInterval(() => void look(), AGAIN + Math.random() * 1_000);
    return () => {
      over = true;
      clearInterval(again);
    };
  }, [voting, motions, refresh]);
  return { voting, votes, refresh };
}

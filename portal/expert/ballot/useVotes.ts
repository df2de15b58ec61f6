import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMe } from '../../api/me.js';
import type { MotionLine } from '../../meeting/meetingQueries.js';
import { type KeptVote, keptVotes } from './kept.js';
import { verifyVotes } from './verifyVotes.js';

/** How often votes that are not counted yet are sent again, in ms; not all at one beat. */
const AGAIN = 4_000;

/** My votes of a meeting, followed until each is counted. `refresh` after a vote was cast. */
export function useVotes(meetingId: string, motions: readonly MotionLine[] | undefined) {
  const { personId } = useMe();
  const voting = useMemo(() => ({ meetingId, personId }), [meetingId, personId]);
  const [votes, setVotes] = useState<readonly KeptVote[]>(() => keptVotes(voting));
  const refresh = useCallback(() => setVotes(keptVotes(voting)), [voting]);
  useEffect(() => {
    if (motions === undefined) return;
    let over = false;
    const look = async () => {
      const moved = await verifyVotes(voting, motions).catch(() => false);
      if (moved && !over) refresh();
    };
    // What has been counted is looked up at once; what has not is sent again after a while.
    void look();
    const again = setInterval(() => void look(), AGAIN + Math.random() * 1_000);
    return () => {
      over = true;
      clearInterval(again);
    };
  }, [voting, motions, refresh]);
  return { voting, votes, refresh };
}

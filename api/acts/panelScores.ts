import { sessionHearing } from '../../records/defense/defenseSessions.js';
import type { DefenseScores } from '../../rules/application/act.js';
import { sessionStates, takesScores } from '../../rules/defense/sessionLaw.js';
import { sessionsNow } from '../defense/sessionSnapshot.js';
import type { Circumstances } from './forms.js';

const states = sessionStates.filter(takesScores);

/**
 * Experts, recusals and scores of the panel that heard a candidate, from its sheets: nobody who asks hands them in. Without
 * a session there is no panel.
 */
export async function panelScoresOf({ db, application }: Circumstances): Promise<Omit<DefenseScores, 'salt'>> {
  const session = await sessionHearing(db, { applicationId: application.id, states });
  const [now] = session ? await sessionsNow(db, [session]) : [];
  const turn = now?.slots.find(({ slot }) => slot.applicationId === application.id);
  if (!now || !turn) return { panel: null, sheets: [] };
  const panel = {
    sessionId: now.session.id,
    experts: now.panel.map(({ expertId }) => expertId).toSorted(),
    recused: [...turn.recused].toSorted(),
  };
  return { panel, sheets: turn.counted };
}

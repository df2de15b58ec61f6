import type { MissingItem } from '../../dossier/dossier.js';
import { type Refusal, refuse } from '../../refusal.js';

/** The refusal of an incomplete dossier, naming everything it lacks; null when it is complete. */
export function incomplete(missing: readonly MissingItem[]): Refusal | null {
  const [first] = missing;
  if (!first) return null;
  const count = missing.length;
  const message = {
    zh: `申报材料还缺${count}项，请按清单逐项补齐后提交。`,
    en: `The dossier still lacks ${count} ${count === 1 ? 'item' : 'items'}. Please complete each one on the list, then submit.`,
  };
  return refuse('dossier_incomplete', first.clause, message, { missing });
}

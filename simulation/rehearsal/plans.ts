import type { Plan } from './plan.js';
import { corrections } from './plans/corrections.js';
import { defense } from './plans/defense.js';
import { filing } from './plans/filing.js';
import { meeting } from './plans/meeting.js';
import { moves } from './plans/moves.js';
import { notice } from './plans/notice.js';
import { ordinary } from './plans/ordinary.js';
import { payment } from './plans/payment.js';
import { publicity } from './plans/publicity.js';
import { returns } from './plans/returns.js';
import { withdrawals } from './plans/withdrawals.js';

/** Every way through the campaign of 2024, and every way to end. */
export const plans: readonly Plan[] = [
  ...ordinary,
  ...filing,
  ...publicity,
  ...returns,
  ...corrections,
  ...payment,
  ...defense,
  ...meeting,
  ...notice,
  ...withdrawals,
  ...moves,
];

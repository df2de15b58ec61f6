import { corrections } from './corrections.js';
import { defense } from './defense.js';
import { filing } from './filing.js';
import { meeting } from './meeting.js';
import { moves } from './moves.js';
import { notice } from './notice.js';
import { ordinary } from './ordinary.js';
import { payment } from './payment.js';
import type { Plan } from './plan.js';
import { publicity } from './publicity.js';
import { returns } from './returns.js';
import { withdrawals } from './withdrawals.js';

/** Every path through the campaign of 2024, and every way to end. */
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

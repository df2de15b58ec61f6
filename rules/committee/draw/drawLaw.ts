import type { BilingualText } from '../../bilingualText.js';
import { type Refusal, refuse } from '../../refusal.js';

export const drawStates = ['committed', 'frozen', 'drawn', 'void'] as const;
export type DrawState = (typeof drawStates)[number];
export const drawStateLabels: Readonly<Record<DrawState, BilingualText>> = {
  committed: { zh: '已公布摘要', en: 'Hash published' },
  frozen: { zh: '已冻结专家库', en: 'Pool frozen' },
  drawn: { zh: '已抽取', en: 'Drawn' },
  void: { zh: '已作废', en: 'Void' },
};
/** What the office does with a draw. */
export const drawActs = ['freeze', 'draw', 'void'] as const;
export type DrawAct = (typeof drawActs)[number];

/**
 * State × act → next state. Before the draw nobody knows the seed, so a new start favours nobody; a result is never drawn
 * again.
 */
const drawLaw: Readonly<Record<DrawState, Readonly<Partial<Record<DrawAct, DrawState>>>>> = {
  committed: { freeze: 'frozen', void: 'void' },
  frozen: { draw: 'drawn', void: 'void' },
  drawn: {},
  void: {},
};

const message = {
  freeze: { zh: '冻结专家库', en: 'The pool cannot be frozen' },
  draw: { zh: '抽取', en: 'The committee cannot be drawn' },
  void: { zh: '作废', en: 'The draw cannot be declared void' },
} as const satisfies Record<DrawAct, BilingualText>;
const clause = '人社部令第40号（随机抽取评审专家）';

/** The next state after an act, or why it is refused. */
export function decideDraw(state: DrawState, act: DrawAct): { readonly next: DrawState } | Refusal {
  const next = drawLaw[state][act];
  return next === undefined
    ? refuse('event_not_allowed', clause, {
        zh: `抽取现在不能${message[act].zh}，请刷新后查看。`,
        en: `${message[act].en} at this point. Please reload the page and look again.`,
      })
    : { next };
}

/** The acts a state takes. */
export function drawActsIn(state: DrawState): readonly DrawAct[] {
  return drawActs.filter((act) => drawLaw[state][act] !== undefined);
}

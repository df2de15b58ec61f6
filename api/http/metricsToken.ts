import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { sha256Of } from '../../config/sha256Of.js';
import type { Published } from '../deps.js';
import { Problem } from './problem.js';

/** Whether an Authorization header holds this token. */
export function holdsToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(sha256Of(authorization ?? ''), sha256Of(`Bearer ${token}`));
}

/** @throws Problem `not_found` where figures are shown to nobody, `not_signed_in` without the token they need */
export function requireMetricsShown(request: Request, { metrics }: Published): void {
  if (metrics === 'everybody') return;
  if (metrics === 'nobody')
    throw new Problem('not_found', { zh: '没有开放运行指标。', en: 'The figures are not open.' });
  if (!holdsToken(request.get('authorization'), metrics.token))
    throw new Problem('not_signed_in', { zh: '需要读取指标的令牌。', en: 'The token for the figures is needed.' });
}

import { z } from 'zod';
import type { AllowedRoles } from '../http/route.js';

/** One operation of the API as the reference tells it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly open?: true;
  readonly roles?: AllowedRoles;
  readonly query?: z.ZodObject | undefined;
  readonly headers?: z.ZodObject | undefined;
  readonly body?: z.ZodType | 'file' | undefined;
  /** By HTTP status; null: no body. */
  readonly answers: Readonly<Record<number, z.ZodType | 'file' | null>>;
}

/** Headers of an act. */
export const ActHeaders = z.object({
  'idempotency-key': z.string().max(128).optional().meta({ description: '同一次办理重复发送时用同一个值' }),
  'if-match': z.string().optional().meta({ description: '所见页面的序号，例如 "12"' }),
});
/** Where an application lies. */
export const own = '/api/applications/{id}';

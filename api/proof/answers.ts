import { z } from 'zod';
import { at } from '../openapi/parts.js';

const what = z.object({ what: z.string(), at: z.string(), zh: z.string(), en: z.string() });
export const RecordFault = what.meta({ id: 'RecordFault' });
export const RecordAnswer = z
  .object({
    checked: z.int().meta({ description: '24小时内核验过的记录数' }),
    signedAt: at.nullable().meta({ description: '链头最近一次签名的时间' }),
    faults: z.array(what.extend({ kind: z.string(), subject: z.string(), since: at })),
  })
  .meta({ id: 'RecordState' });

export const signature = z
  .object({ algorithm: z.literal('Ed25519'), keyId: z.string(), value: z.string() })
  .meta({ id: 'Signature' });

const hex = z.string().regex(/^[0-9a-f]+$/);
export const KeysAnswer = z
  .object({ keys: z.array(z.object({ id: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() })) })
  .meta({ id: 'SigningKeys' });
export const HeadsAnswer = z
  .object({ ordinal: z.int(), at, reason: z.string(), heads: z.int(), root: hex, keyId: z.string(), signature: hex })
  .meta({ id: 'SignedHeads' });

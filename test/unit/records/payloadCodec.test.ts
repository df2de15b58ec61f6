import { randomBytes } from 'node:crypto';
import {
  defaultPayloadConverter,
  type Payload,
  type PayloadCodec,
  type SerializationContext,
} from '@temporalio/common';
import { createPayloadCodec } from '../../../config/payloadCodec.js';
import { unreadableReason } from '../../../config/unreadable.js';

const key = () => randomBytes(32).toString('base64');
const first = key();
const before = createPayloadCodec({ current: 'k1', keys: { k1: first } });
const after = createPayloadCodec({ current: 'k2', keys: { k1: first, k2: key() } });
const value = { 姓名: '张三', list: [1, null, { a: 'b' }] };
const plain = defaultPayloadConverter.toPayload(value);

async function encoded(codec: PayloadCodec): Promise<Payload> {
  const [payload] = await codec.encode([plain]);
  if (!payload) throw new Error('one in, one out');
  return payload;
}

async function decoded(codec: PayloadCodec, payload: Payload, context?: SerializationContext): Promise<unknown> {
  const [open] = await codec.decode([payload], context);
  if (!open) throw new Error('one in, one out');
  return defaultPayloadConverter.fromPayload(open);
}

/** Why a payload does not open. Decoding must not throw. */
async function unreadableFor(codec: PayloadCodec, payload: Payload, context?: SerializationContext) {
  return unreadableReason(await decoded(codec, payload, context));
}

test('what was encrypted comes back the same, and cannot be read in between', async () => {
  const payload = await encoded(before);
  expect(Buffer.from(payload.data ?? []).includes('张三')).toBe(false);
  expect(await decoded(before, payload)).toEqual(value);
});

test('the same value never looks the same twice', async () => {
  expect((await encoded(before)).data).not.toEqual((await encoded(before)).data);
});

test('after a rotation the old key still reads, and the new one writes', async () => {
  expect(await decoded(after, await encoded(before))).toEqual(value);
  expect(await unreadableFor(before, await encoded(after))).toBe('no payload key k2');
});

test('a payload that somebody changed is refused, wherever they changed it', async () => {
  const payload = await encoded(before);
  const data = payload.data ?? new Uint8Array();
  for (const place of [0, 15, data.length - 1]) {
    const changed = Uint8Array.from(data, (byte, index) => (index === place ? byte ^ 1 : byte));
    expect(await unreadableFor(before, { ...payload, data: changed })).not.toBeNull();
  }
  expect(await unreadableFor(before, { ...payload, data: data.slice(0, 20) })).toContain('cut off');
});

test('a payload under another key id is refused', async () => {
  const same = createPayloadCodec({ current: 'k1', keys: { k1: first, k3: first } });
  const payload = await encoded(before);
  const metadata = { ...payload.metadata, 'encryption-key-id': Buffer.from('k3') };
  expect(await unreadableFor(same, { ...payload, metadata })).not.toBeNull();
});

test('what was never encrypted is not read', async () => {
  expect(await unreadableFor(before, plain)).toBe('a payload is not sealed');
  expect(await unreadableFor(before, {})).toBe('a payload is not sealed');
});

test('a payload opens only in the workflow and kind of place it was sealed for; the codec server shows it', async () => {
  const place = { type: 'workflow', namespace: 'default', workflowId: 'application-1' } as const;
  const [payload] = await before.encode([plain], place);
  if (!payload) throw new Error('one in, one out');
  expect(await decoded(before, payload, place)).toEqual(value);
  expect(await decoded(before, payload)).toEqual(value);
  const elsewhere = [
    { ...place, workflowId: 'application-2' },
    { ...place, type: 'activity', isLocal: true },
  ] as const;
  for (const other of elsewhere) expect(await unreadableFor(before, payload, other)).toContain('another place');
  const metadata = { ...payload.metadata, 'sealed-for': Buffer.from('workflow application-2') };
  expect(await unreadableFor(before, { ...payload, metadata }, elsewhere[0])).not.toBeNull();
  expect(await unreadableFor(before, await encoded(before), place)).toContain('another place');
});

test('a key of the wrong length or a current key that is not there is noticed at once', () => {
  expect(() => createPayloadCodec({ current: 'k1', keys: { k1: 'c2hvcnQ=' } })).toThrow('32 bytes');
  expect(() => createPayloadCodec({ current: 'k9', keys: { k1: first } })).toThrow('no payload key k9');
});

describe('a large payload', () => {
  const large = { days: Array.from({ length: 400 }, (_, index) => ({ date: `2024-${index}`, name: '国庆节' })) };
  const sealed = async () => {
    const [payload] = await before.encode([defaultPayloadConverter.toPayload(large)]);
    if (!payload) throw new Error('one in, one out');
    return payload;
  };

  test('comes back the same and takes a fraction of the room', async () => {
    const payload = await sealed();
    expect(await decoded(before, payload)).toEqual(large);
    expect(payload.data?.length).toBeLessThan(JSON.stringify(large).length / 4);
  });

  test('does not open as what it is not', async () => {
    const payload = await sealed();
    const { compression, ...metadata } = payload.metadata ?? {};
    expect(compression).toBeDefined();
    expect(await unreadableFor(before, { ...payload, metadata })).not.toBeNull();
    const other = { ...payload.metadata, compression: Buffer.from('gzip') };
    expect(await unreadableFor(before, { ...payload, metadata: other })).toBe('unknown compression gzip');
  });
});

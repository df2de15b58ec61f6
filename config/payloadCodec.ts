import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type DataConverter,
  defaultPayloadConverter,
  METADATA_ENCODING_KEY,
  type Payload,
  type PayloadCodec,
  type SerializationContext,
  ValueError,
} from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import proto from '@temporalio/proto';
import { unreadable } from './unreadable.js';

/** Keys by id, base64 of 32 bytes each: `current` encrypts, every one decrypts, so a key can be rotated at any time. */
export interface PayloadKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const encrypted = 'binary/encrypted';
const keyIdName = 'encryption-key-id';
const compressionName = 'compression';
const placeName = 'sealed-for';
const deflated = 'deflate-raw';
/** Payloads of at least this many bytes are compressed: the input of an application, with policy and calendar, shrinks fivefold. */
const worthDeflating = 1024;
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/**
 * Encrypts payloads on their way to the engine. Large ones are deflated first, because the engine stores and sends them
 * many times. Key id, compression, workflow and kind of place are in each payload's metadata and authenticated with its
 * content, so that a payload opens only where it was sealed for.
 *
 * Decoding never throws, which would fail a workflow's task for ever: what this installation did not seal for the place it
 * stands in decodes to `unreadable`, which whoever takes it refuses.
 */
export function createPayloadCodec({ current, keys }: PayloadKeys): PayloadCodec {
  const secrets = new Map(Object.entries(keys).map(([id, key]) => [id, secretOf(id, key)]));
  const find = (id: string): Buffer => {
    const secret = secrets.get(id);
    if (!secret) throw new ValueError(`no payload key ${id}`);
    return secret;
  };
  const open = (payload: Payload, context?: SerializationContext): Payload => {
    try {
      return unseal(payload, find, context && placeOf(context));
    } catch (error) {
      return defaultPayloadConverter.toPayload(unreadable(error instanceof Error ? error.message : 'unknown'));
    }
  };
  find(current);
  return {
    encode: async (payloads, context) =>
      payloads.map((payload) => seal(payload, { keyId: current, secret: find(current), place: placeOf(context) })),
    decode: async (payloads, context) => payloads.map((payload) => open(payload, context)),
  };
}

/** Where a payload stands: in a workflow's messages or in those of its activities. Empty where the SDK does not say. */
function placeOf(context: SerializationContext | undefined): string {
  return context ? `${context.type} ${context.workflowId ?? ''}` : '';
}

/** The converter that clients and workers of one installation share. */
export function createDataConverter(keys: PayloadKeys): DataConverter {
  return { payloadCodecs: [createPayloadCodec(keys)] };
}

function secretOf(id: string, key: string): Buffer {
  const secret = Buffer.from(key, 'base64');
  if (secret.length !== 32) throw new ValueError(`payload key ${id} is not 32 bytes`);
  return secret;
}

function seal(
  payload: Payload,
  { keyId, secret, place }: { readonly keyId: string; readonly secret: Buffer; readonly place: string },
): Payload {
  const nonce = randomBytes(nonceBytes);
  const plain = PayloadMessage.encode(payload).finish();
  const compression = plain.length < worthDeflating ? '' : deflated;
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(boundTo(keyId, compression, place));
  const content = [cipher.update(compression ? deflateRawSync(plain) : plain), cipher.final()];
  return {
    metadata: {
      [METADATA_ENCODING_KEY]: encode(encrypted),
      [keyIdName]: encode(keyId),
      ...(compression ? { [compressionName]: encode(compression) } : {}),
      [placeName]: encode(place),
    },
    data: new Uint8Array(Buffer.concat([nonce, ...content, cipher.getAuthTag()])),
  };
}

/** The metadata that the tag authenticates besides the content. */
function boundTo(keyId: string, compression: string, place: string): Buffer {
  return Buffer.from(JSON.stringify([keyId, compression, place]));
}

function isSealed({ metadata }: Payload): boolean {
  const encoding = metadata?.[METADATA_ENCODING_KEY];
  return encoding != null && decode(encoding) === encrypted;
}

/** `expected`: where the payload stands; undefined for one who only shows it, such as the codec server. */
function unseal(payload: Payload, find: (id: string) => Buffer, expected: string | undefined): Payload {
  if (!isSealed(payload)) throw new ValueError('a payload is not sealed');
  const { metadata, data } = payload;
  const text = (name: string) => decode(metadata?.[name] ?? new Uint8Array());
  const [keyId, compression, place] = [text(keyIdName), text(compressionName), text(placeName)];
  if (expected !== undefined && place !== expected) throw new ValueError('a payload was sealed for another place');
  const secret = find(keyId);
  const bytes = Buffer.from(data ?? []);
  if (bytes.length < nonceBytes + tagBytes) throw new ValueError('an encrypted payload is cut off');
  if (compression !== '' && compression !== deflated) throw new ValueError(`unknown compression ${compression}`);
  const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(boundTo(keyId, compression, place))
    .setAuthTag(bytes.subarray(-tagBytes));
  const content = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return PayloadMessage.decode(compression ? inflateRawSync(content) : content);
}

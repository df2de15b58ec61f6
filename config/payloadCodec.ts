import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type DataConverter,
  METADATA_ENCODING_KEY,
  type Payload,
  type PayloadCodec,
  ValueError,
} from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import proto from '@temporalio/proto';

/** Keys by id, base64 of 32 bytes each: `current` encrypts, every one decrypts, so a key can be rotated at any time. */
export interface PayloadKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const encrypted = 'binary/encrypted';
const keyIdName = 'encryption-key-id';
const compressionName = 'compression';
const deflated = 'deflate-raw';
/** Payloads of at least this many bytes are compressed: the input of an application, with policy and calendar, shrinks fivefold. */
const worthDeflating = 1024;
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/**
 * Encrypts payloads on their way to the engine. Large ones are deflated first, because the engine stores and sends them
 * many times. Key id and compression are in each payload's metadata and authenticated with its content.
 */
export function createPayloadCodec({ current, keys }: PayloadKeys): PayloadCodec {
  const secrets = new Map(Object.entries(keys).map(([id, key]) => [id, secretOf(id, key)]));
  const find = (id: string): Buffer => {
    const secret = secrets.get(id);
    if (!secret) throw new ValueError(`no payload key ${id}`);
    return secret;
  };
  find(current);
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, current, find(current))),
    decode: async (payloads) => payloads.map((payload) => (isSealed(payload) ? open(payload, find) : payload)),
  };
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

function seal(payload: Payload, keyId: string, secret: Buffer): Payload {
  const nonce = randomBytes(nonceBytes);
  const plain = PayloadMessage.encode(payload).finish();
  const compression = plain.length < worthDeflating ? '' : deflated;
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(boundTo(keyId, compression));
  const content = [cipher.update(compression ? deflateRawSync(plain) : plain), cipher.final()];
  return {
    metadata: {
      [METADATA_ENCODING_KEY]: encode(encrypted),
      [keyIdName]: encode(keyId),
      ...(compression ? { [compressionName]: encode(compression) } : {}),
    },
    data: new Uint8Array(Buffer.concat([nonce, ...content, cipher.getAuthTag()])),
  };
}

/** The metadata that the tag authenticates besides the content. */
function boundTo(keyId: string, compression: string): Buffer {
  return Buffer.from(compression ? `${keyId}\n${compression}` : keyId);
}

function isSealed({ metadata }: Payload): boolean {
  const encoding = metadata?.[METADATA_ENCODING_KEY];
  return encoding != null && decode(encoding) === encrypted;
}

function open({ metadata, data }: Payload, find: (id: string) => Buffer): Payload {
  const keyId = decode(metadata?.[keyIdName] ?? new Uint8Array());
  const compression = decode(metadata?.[compressionName] ?? new Uint8Array());
  const secret = find(keyId);
  const bytes = Buffer.from(data ?? []);
  if (bytes.length < nonceBytes + tagBytes) throw new ValueError('an encrypted payload is cut off');
  if (compression !== '' && compression !== deflated) throw new ValueError(`unknown compression ${compression}`);
  const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(boundTo(keyId, compression))
    .setAuthTag(bytes.subarray(-tagBytes));
  const content = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return PayloadMessage.decode(compression ? inflateRawSync(content) : content);
}

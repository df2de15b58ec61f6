import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';

/** What the engine stores of a workflow, as texts: encrypted as it is stored, and decrypted. */
export interface Kept {
  readonly stored: readonly string[];
  readonly plain: readonly string[];
}

const isPayload = (value: object): value is Payload => 'metadata' in value && 'data' in value;
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** Reads the histories and descriptions of all workflows of a namespace. */
export async function keptByEngine(client: Client, codec: PayloadCodec): Promise<Kept> {
  const stored: string[] = [];
  const payloads: Payload[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') stored.push(value);
    else if (value instanceof Uint8Array) stored.push(textOf(value));
    else if (value !== null && typeof value === 'object') {
      if (isPayload(value)) payloads.push(value);
      for (const [name, member] of Object.entries(value)) {
        stored.push(name);
        walk(member);
      }
    }
  };
  for await (const { workflowId, runId } of client.workflow.list()) {
    const handle = client.workflow.getHandle(workflowId, runId);
    walk((await handle.fetchHistory()).events);
    walk((await handle.describe()).raw);
  }
  const decoded = await codec.decode(payloads);
  return { stored, plain: [...stored, ...decoded.flatMap(({ data }) => (data ? [textOf(data)] : []))] };
}

import { type Connection, isGrpcServiceError } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import proto from '@temporalio/proto';
import { until } from '../process/ports.js';

/** A search attribute as the workflows define it. */
export interface SearchAttribute {
  readonly name: string;
  readonly type: SearchAttributeType;
}

// gRPC status codes
const ALREADY_EXISTS = 6;
const UNIMPLEMENTED = 12;

const numberOf = (type: SearchAttributeType) =>
  proto.temporal.api.enums.v1.IndexedValueType[`INDEXED_VALUE_TYPE_${type}`];

/** Adds the missing search attributes to the server, and waits until it accepts them. */
export async function addSearchAttributes(
  connection: Connection,
  attributes: readonly SearchAttribute[],
  namespace = 'default',
): Promise<void> {
  const missing = async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return attributes.filter(({ name }) => customAttributes?.[name] === undefined);
  };
  // The time-skipping server cannot list them, is always new, and accepts new ones at once.
  const toAdd = await missing().catch(unless(UNIMPLEMENTED));
  if (toAdd?.length === 0) return;
  const searchAttributes = Object.fromEntries((toAdd ?? attributes).map(({ name, type }) => [name, numberOf(type)]));
  // Another process may be adding them at the same time.
  const add = connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  await add.catch(unless(ALREADY_EXISTS));
  if (toAdd === undefined) return;
  // A workflow that sets one the server does not know yet fails its task for ever.
  if (await until(async () => (await missing()).length === 0, { timeoutMs: 10_000, everyMs: 100 })) return;
  throw new Error(`Temporal 没有接受搜索属性 / did not accept the search attributes: ${toAdd.map(({ name }) => name)}`);
}

function unless(code: number) {
  return (error: unknown): undefined => {
    if (!isGrpcServiceError(error) || error.code !== code) throw error;
  };
}

import { type Connection, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { until } from './ports.js';

/** A search attribute of the product: its name and the engine's name of its type. */
export interface SearchAttribute {
  readonly name: string;
  readonly type: 'Keyword' | 'Text' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';
}

const { IndexedValueType: Type } = proto.temporal.api.enums.v1;
// of gRPC
const ALREADY_EXISTS = 6;
const UNIMPLEMENTED = 12;

const TYPE_NUMBERS = {
  Keyword: Type.INDEXED_VALUE_TYPE_KEYWORD,
  Text: Type.INDEXED_VALUE_TYPE_TEXT,
  Int: Type.INDEXED_VALUE_TYPE_INT,
  Double: Type.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: Type.INDEXED_VALUE_TYPE_BOOL,
  Datetime: Type.INDEXED_VALUE_TYPE_DATETIME,
  KeywordList: Type.INDEXED_VALUE_TYPE_KEYWORD_LIST,
} as const;

/** Makes sure the server knows these search attributes and accepts them; those it knows already are left alone. */
export async function addSearchAttributes(
  connection: Connection,
  attributes: readonly SearchAttribute[],
  namespace = 'default',
): Promise<void> {
  const missing = async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return attributes.filter(({ name }) => customAttributes?.[name] === undefined);
  };
  // The time-skipping server cannot list, is always new, and knows what it is given at once.
  const toAdd = await missing().catch(unless(UNIMPLEMENTED));
  if (toAdd?.length === 0) return;
  const searchAttributes = Object.fromEntries(
    (toAdd ?? attributes).map(({ name, type }) => [name, TYPE_NUMBERS[type]]),
  );
  // Another process may be adding them at the same time.
  const add = connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  await add.catch(unless(ALREADY_EXISTS));
  if (toAdd === undefined) return;
  // A workflow that sets one the server has not yet learnt fails its task for ever.
  if (await until(async () => (await missing()).length === 0, { timeoutMs: 10_000, everyMs: 100 })) return;
  throw new Error(`Temporal 没有接受搜索属性 / did not accept the search attributes: ${toAdd.map(({ name }) => name)}`);
}

function unless(code: number) {
  return (error: unknown): undefined => {
    if (!isGrpcServiceError(error) || error.code !== code) throw error;
  };
}

import {
  Connection,
  type ConnectionOptions,
  type ConnectionPlugin,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Parameters<Interceptor>[1]>;
/** What the SDK declares of an interceptor's answer is the class of its own calls; it uses it as any other call. */
type Intercepted = ReturnType<Interceptor>;

const cancelled = 1;

/**
 * The SDK repeats a call that failed from a timer. On a connection that was closed meanwhile that throws, where nobody
 * catches it, and ends the process: here such a call fails as cancelled.
 */
const cancelledOnceClosed: Interceptor = (options, nextCall) => {
  try {
    return nextCall(options) as Intercepted;
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    const nothing = () => undefined;
    const call: Pick<Call, 'start' | 'sendMessage' | 'halfClose'> = {
      start(metadata, listener) {
        listener?.onReceiveStatus?.({ code: cancelled, details, metadata });
      },
      sendMessage: nothing,
      halfClose: nothing,
    };
    return call as Intercepted;
  }
};

const interceptors = [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), cancelledOnceClosed];

/** For connections that the SDK opens itself: closing one cancels the calls that wait to be repeated. */
export const cancelsOnceClosed: ConnectionPlugin = {
  name: 'cancels-once-closed',
  configureConnection: (options) => ({ ...options, interceptors }),
};

/** Connects to a Temporal server; closing the connection cancels the calls that wait to be repeated. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  return await Connection.connect({ ...options, plugins: [cancelsOnceClosed] });
}

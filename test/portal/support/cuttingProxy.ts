import { type AddressInfo, connect, createServer } from 'node:net';

/** A line to a server that breaks. */
export interface CuttingProxy {
  readonly url: string;
  /** Cuts the line after every `bytes` that are sent, so many times; afterwards it holds. */
  cut(times: number, bytes: number): void;
  /** How often it was cut, and how many bytes were sent since `cut`. */
  readonly counted: { readonly cuts: number; readonly sent: number };
  close(): Promise<void>;
}

/** Opens a line to a port of this machine. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const counted = { cuts: 0, sent: 0 };
  let left = 0;
  let every = Number.POSITIVE_INFINITY;
  let untilCut = every;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    far.pipe(near);
    near.on('data', (data) => {
      counted.sent += data.length;
      untilCut -= data.length;
      far.write(data);
      if (left === 0 || untilCut > 0) return;
      left -= 1;
      untilCut = every;
      counted.cuts += 1;
      // What was sent before arrives: the line breaks after it.
      far.end();
      near.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (times, bytes) => {
      Object.assign(counted, { cuts: 0, sent: 0 });
      left = times;
      every = bytes;
      untilCut = bytes;
    },
    counted,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

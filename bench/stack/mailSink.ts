import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** An SMTP server that discards all mail, so that its own work is not measured. */
export async function startMailSink(): Promise<{ readonly smtpUrl: string; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let inMessage = false;
    const answer = (line: string): string | undefined => {
      if (inMessage) {
        if (line !== '.') return undefined;
        inMessage = false;
        return '250 taken';
      }
      inMessage = /^data$/i.test(line);
      return inMessage ? '354 go on' : /^quit$/i.test(line) ? '221 bye' : '250 ok';
    };
    socket.write('220 sink\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      const reply = answer(line);
      if (reply !== undefined) socket.write(`${reply}\r\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

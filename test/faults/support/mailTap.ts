import { connect, createServer, type Socket } from 'node:net';

/** A proxy in front of an SMTP server that can drop one reply. */
export interface MailTap {
  readonly smtpUrl: string;
  /** Drops the server's reply to the next accepted mail and calls `lost`. */
  loseNextAnswer(lost: () => void): void;
  close(): Promise<void>;
}

/** Opens a proxy to the SMTP server at `target`. */
export async function openMailTap(target: string): Promise<MailTap> {
  const { port, hostname } = new URL(target);
  const sockets = new Set<Socket>();
  let losing: (() => void) | null = null;
  const server = createServer((sender) => {
    const receiver = connect(Number(port), hostname);
    let inMail = false;
    for (const socket of [sender, receiver]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sender.destroy();
        receiver.destroy();
        sockets.delete(socket);
      });
    }
    sender.on('data', (data) => receiver.write(data));
    receiver.on('data', (data) => {
      const reply = data.toString();
      if (inMail && reply.startsWith('250') && losing) {
        const lost = losing;
        losing = null;
        sender.destroy();
        return lost();
      }
      inMail = reply.startsWith('354');
      sender.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${own}`,
    loseNextAnswer: (lost) => {
      losing = lost;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

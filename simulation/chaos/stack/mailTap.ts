import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';

/** A proxy in front of an SMTP server that remembers what the server has taken, and can drop one reply. */
export interface MailTap {
  readonly smtpUrl: string;
  /**
   * The mails the server has taken: for each Message-ID the contents, as hashes, in the order in which they came. Two
   * mails that read the same have the same hash.
   */
  readonly taken: ReadonlyMap<string, readonly string[]>;
  /** Drops the server's reply to the next accepted mail and calls `lost`. */
  loseNextAnswer(lost: () => void): void;
  close(): Promise<void>;
}

/** Opens a proxy to the SMTP server at `target`. */
export async function openMailTap(target: string): Promise<MailTap> {
  const { port, hostname } = new URL(target);
  const sockets = new Set<Socket>();
  const taken = new Map<string, string[]>();
  let losing: (() => void) | null = null;
  const server = createServer((sender) => {
    const receiver = connect(Number(port), hostname);
    let mail: string | null = null;
    for (const socket of [sender, receiver]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sender.destroy();
        receiver.destroy();
        sockets.delete(socket);
      });
    }
    sender.on('data', (data) => {
      if (mail !== null) mail += data.toString('latin1');
      receiver.write(data);
    });
    receiver.on('data', (data) => {
      // Several replies may come at once.
      let accepted: string | null = null;
      for (const reply of data.toString().split('\r\n')) {
        if (reply === '') continue;
        if (mail !== null && reply.startsWith('250')) accepted = mail;
        mail = reply.startsWith('354') ? '' : null;
      }
      if (accepted !== null) remember(taken, accepted);
      if (accepted !== null && losing) {
        const lost = losing;
        losing = null;
        sender.destroy();
        return lost();
      }
      sender.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  return {
    smtpUrl: Object.assign(new URL(target), { port: String(own) }).href,
    taken,
    loseNextAnswer: (lost) => {
      losing = lost;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function remember(taken: Map<string, string[]>, mail: string): void {
  const id = /^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? 'none';
  // Each attempt has a date and boundaries of its own; everything else is what the letter says.
  const said = mail.replace(/^date:.*$/im, '').replace(/--_NmP-[\w-]+/g, '');
  taken.set(id, [...(taken.get(id) ?? []), createHash('sha256').update(said).digest('hex')]);
}

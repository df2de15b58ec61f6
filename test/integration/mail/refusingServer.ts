import { createServer, type Socket } from 'node:net';

/** An SMTP server that refuses every recipient. */
export async function startRefusingServer() {
  const sockets = new Set<Socket>();
  let refused = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('220 refusing\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const refuses = line.toUpperCase().startsWith('RCPT');
        if (refuses) refused += 1;
        socket.write(refuses ? '550 5.1.1 <someone@example.cn> is unknown here\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    refused: () => refused,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

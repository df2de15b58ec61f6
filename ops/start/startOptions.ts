import { parseArgs } from 'node:util';
import { readPort } from '../../config/environment.js';
import { isPortFree } from '../process/ports.js';

/** The listening parts: their title, the option for their port, and its default. */
const LISTENERS = {
  api: { title: 'API', option: 'port', usual: 8080 },
  postgres: { title: 'PostgreSQL', option: 'postgres-port', usual: 15432 },
  temporal: { title: 'Temporal', option: 'temporal-port', usual: 7233 },
  temporalUi: { title: 'Temporal UI', option: 'temporal-ui-port', usual: 8233 },
  smtp: { title: 'SMTP', option: 'smtp-port', usual: 1025 },
  mail: { title: '邮件收件箱 / mail inbox', option: 'mail-port', usual: 1080 },
} as const;

export type Listener = keyof typeof LISTENERS;
export type Ports = Readonly<Record<Listener, number>>;

const names = Object.keys(LISTENERS) as Listener[];

/** Reads `--port 8081 --mail-port 1081 …`. @throws Error that explains what is wrong with the options */
export function readStartOptions(args: readonly string[], apiPort: number = LISTENERS.api.usual): Ports {
  const options = Object.fromEntries(names.map((name) => [LISTENERS[name].option, { type: 'string' as const }]));
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    const known = names.map((name) => `--${LISTENERS[name].option} N`).join(' ');
    throw new Error(`${(error as Error).message}\n选项 / options: ${known}`);
  }
  const port = (name: Listener) => {
    const { option, usual } = LISTENERS[name];
    const value = values[option];
    if (value !== undefined) return readPort(`--${option}`, String(value));
    return name === 'api' ? apiPort : usual;
  };
  return Object.fromEntries(names.map((name) => [name, port(name)])) as Ports;
}

/** One sentence for each port in use: the port, the part it is for, and the option that changes it. */
export async function takenPorts(ports: Ports, listeners: readonly Listener[]): Promise<string[]> {
  const sentences: string[] = [];
  for (const name of listeners) {
    const { title, option } = LISTENERS[name];
    const port = ports[name];
    const sharer = listeners.find((other) => other !== name && ports[other] === port);
    if (sharer === undefined && (await isPortFree(port))) continue;
    sentences.push(
      `端口 ${port}（${title}）已被占用，请用 npm start -- --${option} 换一个。 / ` +
        `port ${port} (${title}) is taken; choose another with npm start -- --${option} N`,
    );
  }
  return sentences;
}

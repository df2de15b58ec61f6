import type { Launched } from '../process/launch.js';
import { throwawayFolder } from '../process/throwawayFolder.js';

/** Starts a server on a temporary folder, which is removed when it does not start and when it stops. `kill` leaves it. */
export async function startThrowaway<Server extends Launched>(
  start: (folder: string) => Promise<Server>,
): Promise<Server> {
  const { folder, remove } = await throwawayFolder();
  try {
    return removingAtStop(await start(folder), remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The server, with a `stop` that runs `remove` afterwards. */
export function removingAtStop<Server extends Launched>(server: Server, remove: () => Promise<void>): Server {
  const stop = async (graceMs?: number) => {
    await server.stop(graceMs);
    await remove();
  };
  return { ...server, stop };
}

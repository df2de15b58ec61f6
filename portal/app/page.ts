import type { ComponentType } from 'react';
import type { NonIndexRouteObject } from 'react-router';

/** A page under its address; a file of its own, which is loaded when somebody goes there. */
export function page(path: string, load: () => Promise<ComponentType>): NonIndexRouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

import type { ComponentType } from 'react';
import type { NonIndexRouteObject } from 'react-router';

/** A route whose page is a separate chunk, loaded on navigation. */
export function page(path: string, load: () => Promise<ComponentType>): NonIndexRouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

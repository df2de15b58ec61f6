import type { Request } from 'express';

/** The pattern of the route that handled a request; `none` when none did. */
export function routeOf({ route, baseUrl }: Request): string {
  return route ? `${baseUrl}${String(route.path)}` : 'none';
}

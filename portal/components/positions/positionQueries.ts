import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

/** The key of every query about positions. */
export const POSITIONS = 'positions';

type Path = paths['/api/campaigns/{id}/positions']['get'];
type Query = NonNullable<Path['parameters']['query']>;
/** A unit's positions of one level. */
export type UnitPositions = Path['responses'][200]['content']['application/json']['items'][number];

/** Positions of the units that the person may see; only for a campaign that asks for them. */
export const positionsQuery = (id: string, query: Query = {}) =>
  queryOptions({
    queryKey: [POSITIONS, id, query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/positions', { params: { path: { id }, query }, signal })),
    enabled: id !== '',
  });

import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

/** The key of every query about positions. */
export const POSITIONS = 'positions';

type Path = paths['/api/campaigns/{id}/positions']['get'];
type Query = NonNullable<Path['parameters']['query']>;
/** A unit's positions of one level. */
export type UnitPositions = Path['responses'][200]['content']['application/json']['items'][number];

type HistoryPath = paths['/api/campaigns/{id}/positions/history']['get'];
/** One statement or confirmation of a unit's positions. */
export type PositionEntry = HistoryPath['responses'][200]['content']['application/json']['items'][number];

/** Everything stated about a unit's positions of one level, the latest first. */
export const positionHistoryQuery = (id: string, query: HistoryPath['parameters']['query']) =>
  queryOptions({
    queryKey: [POSITIONS, id, 'history', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/positions/history', { params: { path: { id }, query }, signal })),
  });

/** Positions of the units that the person may see; only for a campaign that asks for them. */
export const positionsQuery = (id: string, query: Query = {}) =>
  queryOptions({
    queryKey: [POSITIONS, id, query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/positions', { params: { path: { id }, query }, signal })),
    enabled: id !== '',
  });

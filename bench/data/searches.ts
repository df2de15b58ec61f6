import type { Database } from '../../records/database.js';
import { findNamed } from '../../records/queue/findNamed.js';
import { listApplications, type QueueFilter } from '../../records/queue/queue.js';
import { sampleName } from '../../simulation/samples/names.js';
import { running, units } from './listRows.js';

const limit = 20;
const [campaignId = ''] = running;
const office = [{ kind: 'campaign', id: campaignId }] as const;
const everybody = [{ kind: 'all' }] as const;

const sampled = (index: number) => sampleName(index, index % 2 === 0 ? 'female' : 'male');
const familyNames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
/** The characters given names of the samples are made of. */
const characters = [
  ...new Set(Array.from({ length: 2300 }, (_, index) => sampled(index)).flatMap((name) => [...name].slice(1))),
];
/** A number that looks random, the same for the same person and part of the name. */
function draw(person: number, part: number): number {
  const mixed = Math.imul((person * 3 + part + 1) ^ ((person * 3 + part + 1) >>> 7), 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 8;
}

/**
 * Names for `fillLists`: one in eight has a name of the samples, which many share, the others a family name with two characters,
 * which few do. Family names are as unequal as they are: the first of forty is twenty times as frequent as the last.
 */
export function nameOfPerson(person: number): string {
  if (person % 8 === 0) return sampled(person);
  const family = familyNames[Math.floor(familyNames.length ** ((draw(person, 0) % 1000) / 1000)) - 1];
  return [family, ...[1, 2].map((part) => characters[draw(person, part) % characters.length])].join('');
}

/** One way to search; `number` chooses what for. Answers the lines found. */
export interface Search {
  readonly name: string;
  readonly look: (number: number) => Promise<number>;
}

/** All ways in which people search a work queue whose people have names. */
export async function searchesOf(database: Database): Promise<readonly Search[]> {
  const { rows } = await database.pool.query<{ id: string; number: string; name: string }>(
    `SELECT application.id, number, name FROM applications AS application JOIN users ON users.id = applicant_id
     WHERE campaign_id = $1 ORDER BY application.id LIMIT 2000`,
    [campaignId],
  );
  const one = (number: number) => rows[(number * 7919) % rows.length] ?? { id: '', number: '', name: '' };
  const found = async (filter: Pick<QueueFilter, 'id' | 'number' | 'named'>, scopes: QueueFilter['scopes'] = office) =>
    (await listApplications(database, { ...filter, scopes, limit })).items.length;
  const named = async (part: string, scopes?: QueueFilter['scopes']) =>
    await found({ named: await findNamed(database, part) }, scopes);
  return [
    { name: 'one by its key', look: (n) => found({ id: one(n).id }) },
    { name: 'short number', look: (n) => found({ number: one(n).number }) },
    { name: 'whole name', look: (n) => named(one(n).name) },
    { name: 'given name', look: (n) => named(one(n).name.slice(1)) },
    { name: 'family name', look: (n) => named(one(n).name.slice(0, 1)) },
    { name: 'family name, everywhere', look: (n) => named(one(n).name.slice(0, 1), everybody) },
    { name: 'initials', look: (n) => named(['wxh', 'lj', 'zwd', 'm', 'abl'][n % 5] ?? '') },
    { name: 'part of a unit', look: (n) => named(`第${1 + (n % units)}单`) },
    { name: 'word of every unit', look: () => named('单位', everybody) },
    { name: 'nobody', look: (n) => named(`鿕${n}`) },
  ];
}

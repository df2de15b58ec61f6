import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { ROOT } from '../../../config/environment.js';
import { createSigner, type PublicKey, type Signer } from '../../../config/signingKeys.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { fileKinds, verifyFile } from '../../../ops/verify/verifyFile.js';
import { type Withheld, withheld } from '../../../records/application/eventHash.js';
import type { Transition } from '../../../rules/application/act.js';
import { lawVersion } from '../../../rules/application/lawVersion.js';
import { day } from '../../../rules/calendar/instant.js';
import { chained, contentOf, exportedText, seed } from './exportedFiles.js';

let folder: string;
let remove: () => Promise<void>;
let signer: Signer;
let keys: readonly PublicKey[];
beforeAll(async () => {
  ({ folder, remove } = await throwawayFolder());
  signer = createSigner(folder);
  keys = await signer.publicKeys();
});
afterAll(() => remove());

/** How many bits are turned in each kind of file: `FLIPS=10000 npm test -- test/unit/ops/verify` turns more. */
const flips = Number(process.env.FLIPS ?? 100);
const built = ['application', 'campaign', 'certificate', 'draw'] as const;

describe('npm run verify -- KIND FILE', () => {
  async function run(kind: string, text: string, published: unknown = { keys }) {
    const name = path.join(folder, 'exported.json');
    await writeFile(name, text);
    await writeFile(path.join(folder, 'public-keys.json'), JSON.stringify(published));
    const command = ['--import', 'tsx', path.join(ROOT, 'ops', 'verify.ts'), kind, name];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  test('repeats a draw from the file and the public keys alone and lists its checks', async () => {
    const { status, stdout, stderr } = await run('draw', await exportedText(signer, await contentOf('draw', signer)));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/^✓ /gm)).toHaveLength(11);
    expect(stdout).toMatch(/conflicted experts drawn for lack of others: [1-9]/);
    expect(stdout).toContain('核验一致 / everything agrees');
  });

  test('ends with 1 and says so when the file is none, the keys are none, or the kind is unknown', async () => {
    expect(await run('draw', '{')).toMatchObject({ status: 1, stderr: expect.stringContaining('pingshen-draw/1') });
    expect(await run('draw', '{}', {})).toMatchObject({ status: 1, stderr: expect.stringContaining('no public keys') });
    const unknown = { status: 1, stderr: expect.stringMatching(/npm run verify -- .*\bdraw\b/) };
    expect(await run('constructor', '{}')).toMatchObject(unknown);
  });
});

test.each(built)('an exported %s agrees', async (kind) => {
  const text = await exportedText(signer, await contentOf(kind, signer));
  expect(await verifyFile(kind, text, keys)).toMatchObject({ difference: null });
});

test.each(built)('every bit turned in an exported %s is found', async (kind) => {
  const bytes = Buffer.from(await exportedText(signer, await contentOf(kind, signer)));
  const bit = fc.tuple(fc.nat(bytes.length - 1), fc.nat(7));
  const found = fc.asyncProperty(bit, async ([place, shift]) => {
    const turned = Buffer.from(bytes);
    turned[place] = (turned[place] ?? 0) ^ (1 << shift);
    expect((await verifyFile(kind, turned.toString('utf8'), keys)).difference).not.toBeNull();
  });
  await fc.assert(found, { numRuns: flips });
});

test.each(fileKinds)('whatever JSON is given as a %s, the answer is a verdict', async (kind) => {
  const content = kind === 'ballot' ? { format: 'pingshen-ballot-1' } : await contentOf(kind, signer);
  const names = Object.keys(content);
  const whatever = fc.oneof(
    fc.json(),
    fc.string(),
    // One member of a real file replaced, and signed by the installation itself.
    fc.tuple(fc.constantFrom(...names), fc.jsonValue()).map(([name, value]) => ({ ...content, [name]: value })),
  );
  const judged = fc.asyncProperty(whatever, async (given) => {
    // A file that the installation itself has signed may say what it likes of a title or an instant of export.
    const unsigned = typeof given === 'string';
    const { difference } = await verifyFile(kind, unsigned ? given : await exportedText(signer, given), keys);
    expect(difference === null ? unsigned : difference === '').toBe(false);
  });
  await fc.assert(judged, { numRuns: 30, examples: [['null'], ['{'], [''], ['[]']] });
});

test('a key that did not sign, or is no key, verifies nothing', async () => {
  const text = await exportedText(signer, await contentOf('draw', signer));
  const other = { folder: path.join(folder, 'other') };
  const [stranger] = await createSigner(other.folder).publicKeys();
  const [own] = keys;
  if (!stranger || !own) throw new Error('each has a key');
  for (const given of [[], [stranger], [{ ...stranger, id: own.id }], [{ ...own, publicKey: 'x' }]]) {
    expect((await verifyFile('draw', text, given)).difference).toContain('signed by the installation');
  }
});

describe('A campaign that its own installation forges and signs', () => {
  type Change = (events: Transition[]) => readonly Transition[];
  type Content = Awaited<ReturnType<typeof campaign>>;
  const campaign = async () =>
    (await contentOf('campaign', signer)) as Extract<Awaited<ReturnType<typeof contentOf>>, { applications: unknown }>;
  const verdict = async (content: object) => await verifyFile('campaign', await exportedText(signer, content), keys);
  /** One application's events changed and chained anew, without the heads signed before. */
  const with0 = async (change: Change, index = 0) => {
    const content: Content = await campaign();
    const applications = content.applications.map((application, place) => {
      const events = application.events.map(({ prevHash: _, hash: __, ...transition }) => structuredClone(transition));
      return place === index ? chained(application.opening, change(events)) : application;
    });
    return await verdict({ ...content, applications, heads: [] });
  };
  const changed = (event: string, by: (transition: Transition) => object) => (events: Transition[]) =>
    events.map((transition) => (transition.event === event ? { ...transition, ...by(transition) } : transition));

  const forgeries: readonly (readonly [what: string, change: Change, words: string, index?: number])[] = [
    ['another actor', changed('accept', ({ actor }) => ({ actor: { ...actor, role: 'unit' } })), 'allowed by the law'],
    [
      'another person’s own application',
      changed('accept', ({ actor }) => ({ actor: { ...actor, personId: 'applicant-0' } })),
      'allowed by the law',
    ],
    ['a failed vote that passes', changed('record_tally', () => ({ to: 'public_notice' })), 'allowed by the law', 1],
    [
      'another tally',
      changed('record_tally', ({ data, changes }) => ({
        data: { ...data, tally: { committee: 1, attending: 1, recused: 0, agree: 1, disagree: 0, abstain: 0 } },
        changes,
      })),
      'allowed by the law',
    ],
    [
      'a deadline put off',
      changed('post_publicity', ({ deadlines }) => ({
        deadlines: Object.fromEntries(
          Object.values(deadlines).map((one) => [one.name, { ...one, due: one.due + day }]),
        ),
      })),
      'as counted again',
    ],
    ['a deadline that ended early', changed('publicity_ended', ({ at }) => ({ at: at - day })), 'allowed by the law'],
    [
      'a deadline that did not take effect',
      (events) =>
        events.filter(({ event }) => event !== 'publicity_ended').map((one, index) => ({ ...one, seq: index + 1 })),
      '',
    ],
    ['a step left out', (events) => events.filter(({ event }) => event !== 'forward'), 'by seq'],
    [
      'an act in another order',
      (events) => [...events.slice(0, 5), ...events.slice(5, 7).toReversed(), ...events.slice(7)],
      'by seq',
    ],
  ];
  test.each(forgeries.map(([what, ...forged]) => ({ what, forged })))('$what is found', async ({ forged }) => {
    const [change, words, index] = forged;
    expect((await with0(change, index)).difference).toContain(words);
  });

  test('a past that differs from a signed head, an application left out, a certificate nobody was given', async () => {
    const content = await campaign();
    const [first, ...others] = content.applications;
    if (!first) throw new Error('there are applications');
    const shorter = chained(
      first.opening,
      first.events.slice(0, -1).map(({ prevHash: _, hash: __, ...one }) => one),
    );
    const difference = async (more: object) => (await verdict({ ...content, ...more })).difference;
    expect(await difference({ applications: [shorter, ...others], certificates: [] })).toContain('signed head');
    expect(await difference({ applications: others })).toContain('conferring event');
    const [own] = content.certificates;
    const another = { ...own, ordinal: 2, number: 'AKSU-2024-00002', applicationId: others[0]?.opening.applicationId };
    expect(await difference({ certificates: [own, another] })).toContain('conferring event');
    expect(await difference({ certificates: [{ ...own, conferredOn: '2024-01-01' }] })).toContain('conferring event');
    expect(await difference({ events: content.events.slice(1) })).toContain('the campaign went by the law');
    expect(await difference({ policies: [{ ...content.policies[0], version: 2 }] })).toBeNull();
  });

  test('a law this program does not know is named, and is no break', async () => {
    const { difference, unknown } = await with0((events) => events.map((one) => ({ ...one, law: lawVersion + 1 })));
    expect(difference).toBeNull();
    expect(unknown).toEqual([expect.stringContaining(String(lawVersion + 1))]);
  });
});

test('a draw of its own installation with another member is found', async () => {
  const content = (await contentOf('draw', signer)) as Extract<
    Awaited<ReturnType<typeof contentOf>>,
    { result: unknown }
  >;
  const [first, ...others] = content.result.members;
  const members = [{ ...first, expertId: 's0-99' }, ...others];
  const text = await exportedText(signer, { ...content, result: { ...content.result, members } });
  const { difference, agreed } = await verifyFile('draw', text, keys);
  expect(difference).toContain('result.members[0]');
  expect(agreed).toHaveLength(9);
  const late = [...content.plan.experts, { id: 'late', specialty: 's0', conflicted: false }];
  const fitted = { ...content, plan: { ...content.plan, experts: late } };
  expect((await verifyFile('draw', await exportedText(signer, fitted), keys)).difference).toContain('poolHash');
  expect(content.seed).toBe(seed);
});

test('a certificate without the points of each expert still shows any change of what the points led to', async () => {
  const content = (await contentOf('certificate', signer)) as Extract<
    Awaited<ReturnType<typeof contentOf>>,
    { application: unknown }
  >;
  const verdict = async (change: (event: Withheld) => object) => {
    const events = content.application.events.map((event) =>
      event.event === 'score_defense' ? { ...withheld(event), ...change(withheld(event)) } : event,
    );
    const text = await exportedText(signer, { ...content, application: { ...content.application, events } });
    return await verifyFile('certificate', text, keys);
  };
  expect(await verdict(() => ({}))).toMatchObject({ difference: null });
  const changes: ((event: Withheld) => object)[] = [
    ({ changes: of }) => ({ changes: { ...of, score: { sum: 39_999, count: 4 } } }),
    () => ({ dataHash: '0'.repeat(64) }),
    ({ actor }) => ({ actor: { ...actor, personId: 'another' } }),
  ];
  for (const change of changes) expect((await verdict(change)).difference).toContain('seq and hash');
});

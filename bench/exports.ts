import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import writeXlsxFile from 'write-excel-file/node';
import { fileOf } from '../api/exports/fileOf.js';
import type { CellValue } from '../api/exports/safeCell.js';
import { rosterColumns } from '../rules/exports/rosterColumns.js';
import { rosters } from '../rules/exports/rosters.js';
import type { Benchmark } from './benchmark.js';
import { paperInputOf } from './data/paperInputs.js';
import { median } from './measure.js';
import { verdict } from './table.js';

const target = { seconds: 5, megabytes: 64 };
const few = 50;
const { zh: name, columns } = rosters.applicants;
const sheetColumns = columns.map((column) => rosterColumns[column]);

/** The roster of applicants as a workbook, beside the same rows held in memory by another writer. */
export const exportedRosters: Benchmark = {
  about:
    'the roster of applicants as XLSX: seconds and peak memory of many rows, beside few and a writer that keeps all',
  counts: 'rows',
  defaults: { repeats: 3, count: 5_000, size: 0 },
  async run({ count, repeats, print }) {
    const rounds = [];
    await streamed(few);
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`repeat ${repeat} of ${repeats}: ${count} rows`);
      rounds.push({ few: await streamed(few), many: await streamed(count), kept: await kept(count) });
    }
    return { conditions: [], notes: [note], tables: [tableOf(rounds, count)], raw: rounds };
  },
};

const note =
  'Each row is made of an invented form as it is read; the bytes are thrown away. Memory: the most of heap and buffers ' +
  'above what was used before, sampled every 100 rows. Reading and decrypting forms, a hundred at a time, is not part of it.';

type Run = Awaited<ReturnType<typeof streamed>>;

/** Rows made one by one; `sample` is called every hundred. */
function* rowsOf(count: number, sample: () => void): Generator<readonly CellValue[]> {
  for (let index = 0; index < count; index++) {
    if (index % 100 === 0) sample();
    const input = paperInputOf(index);
    const entry = {
      ...input,
      ordinal: index + 1,
      name: input.applicantName,
      departmentName: input.chainNames.at(-1) ?? '',
      birthMonth: '1980.05',
      certificate: null,
      faulty: false,
    };
    yield sheetColumns.map(({ source }) => source(entry) ?? null);
  }
}

async function streamed(count: number) {
  return await measured(async (sample) => {
    let bytes = 0;
    const sink = new Writable({
      write(part: Buffer, _encoding, done) {
        bytes += part.length;
        done();
      },
    });
    await pipeline(fileOf.xlsx({ name, columns: sheetColumns, rows: rowsOf(count, sample) }), sink);
    return bytes;
  });
}

async function kept(count: number) {
  return await measured(async (sample) => {
    const rows = [...rowsOf(count, sample)].map((row) => row.map((value) => (value === '' ? null : value)));
    const file = await writeXlsxFile(rows).toBuffer();
    sample();
    return file.length;
  });
}

async function measured(work: (sample: () => void) => Promise<number>) {
  globalThis.gc?.();
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const before = used();
  let most = before;
  const sample = () => {
    most = Math.max(most, used());
  };
  const start = performance.now();
  const bytes = await work(sample);
  return { seconds: (performance.now() - start) / 1000, megabytes: (most - before) / 2 ** 20, bytes };
}

function tableOf(rounds: readonly Readonly<Record<'few' | 'many' | 'kept', Run>>[], count: number) {
  const of = (which: 'few' | 'many' | 'kept', value: keyof Run) => median(rounds.map((round) => round[which][value]));
  const row = (which: 'few' | 'many' | 'kept', label: string) => [
    label,
    of(which, 'seconds'),
    of(which, 'megabytes'),
    of(which, 'bytes') / 1000,
  ];
  return {
    caption: 'A roster as XLSX',
    header: ['', 'seconds', 'peak memory, MB', 'file, kB', 'target'],
    rows: [
      [...row('few', `${few} rows`), ''],
      [
        ...row('many', `${count} rows`),
        `${verdict(of('many', 'seconds'), '≤', target.seconds)}, ${verdict(of('many', 'megabytes'), '≤', target.megabytes)}`,
      ],
      [...row('kept', `${count} rows, all kept in memory`), ''],
    ],
  };
}

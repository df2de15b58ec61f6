import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { sampleCampaignPaperInput } from '../../../bench/data/campaignPaperInput.js';
import { paperInputOf } from '../../../bench/data/paperInputs.js';
import { applicationPapers } from '../../../documents/paper/application/papers.js';
import { campaignPapers } from '../../../documents/paper/campaign/campaignPapers.js';
import type { Paper } from '../../../documents/paper/paper.js';
import { restSetting, setPaper } from '../../../documents/paper/setPaper.js';
import { campaignPaperNames } from '../../../rules/papers/campaignPaperKinds.js';
import { paperNames } from '../../../rules/papers/paperKinds.js';

// The pages of each kind of paper, as they look: all of them, of a long paper the first three and the last. Where a change is meant, look at the new image and keep it:
// UPDATE_PAPERS=1 npm test -- test/integration/papers/images.test.ts
const isUpdated = process.env.UPDATE_PAPERS === '1';
const folder = path.join(import.meta.dirname, 'references');
const dotsPerInch = 40;
/** Four greys keep a reference small; one step between them is nothing that anybody sees. */
const greyStep = 85;
/** Pixels that may differ: a line of text that moves changes hundreds. */
const mostDifferent = 40;
/** Of a page in the repository. */
const mostBytes = 10_240;
const mostPages = 4;

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const sample = paperInputOf(1);
const input = {
  ...sample,
  facts: {
    ...sample.facts,
    postedAt: at('2024-07-24'),
    returnedAt: at('2024-08-12'),
    paidAt: at('2024-09-11'),
    materialsAt: at('2024-09-12'),
    defenseAt: at('2024-10-10'),
  },
  defects: ['学历证书照片不清晰，请重新扫描。', '缺少2023年度考核表。'],
  refusal: { at: at('2024-08-20'), reason: '不符合申报条件：任职年限不足。' },
  hearing: { room: '综合办公区2号楼5楼第一答辩室', ordinal: 3, minutes: 20 },
  conferred: { number: 'AKS20240001', conferredOn: '2024-12-20', revokedOn: null, revokedBasis: null },
};
const papers: readonly (readonly [string, Paper])[] = [
  ...paperNames.map((kind) => [kind, applicationPapers[kind](input)] as const),
  ...campaignPaperNames.map((kind) => [kind, campaignPapers[kind](sampleCampaignPaperInput)] as const),
];

let engine: PDFiumLibrary;
beforeAll(async () => {
  engine = await PDFiumLibrary.init();
});
afterAll(async () => {
  engine.destroy();
  await restSetting();
});

/** Pages one below the other, the narrower ones with white beside them. */
interface Look {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, one of four greys. */
  readonly greys: Buffer;
}

/** The pages under a code of its own, so that only what is set tells one look from another. */
async function lookOf(paper: Paper): Promise<Look> {
  const verification = { hash: '0'.repeat(64), code: '00000-00000-00000' };
  const pdf = await setPaper(paper, verification, { publicUrl: 'https://pingshen.example.cn' });
  const document = await engine.loadDocument(pdf);
  const all = [...document.pages()];
  const shown = all.length <= mostPages ? all : [...all.slice(0, mostPages - 1), ...all.slice(-1)];
  const looks: Look[] = [];
  for (const page of shown) {
    const { data, width, height } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' });
    looks.push(await greysOf(sharp(Buffer.from(data), { raw: { width, height, channels: 4 } }).removeAlpha(), 1));
  }
  document.destroy();
  return below(looks);
}

function below(looks: readonly Look[]): Look {
  const width = Math.max(...looks.map((look) => look.width));
  const height = looks.reduce((sum, look) => sum + look.height, 0);
  const greys = Buffer.alloc(width * height, 255);
  let line = 0;
  for (const look of looks)
    for (let row = 0; row < look.height; row += 1, line += 1)
      greys.set(look.greys.subarray(row * look.width, (row + 1) * look.width), line * width);
  return { pages: looks.length, width, height, greys };
}

async function greysOf(image: Sharp, pages: number): Promise<Look> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true });
  return {
    pages,
    width: info.width,
    height: info.height,
    greys: data.map((grey) => Math.round(grey / greyStep) * greyStep) as Buffer,
  };
}

const png = ({ greys, width, height }: Look) =>
  sharp(greys, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 4, dither: 0, effort: 10 })
    .toBuffer();

/** How many pixels differ by more than one grey. */
function differenceOf(one: Look, other: Look): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  return one.greys.reduce(
    (sum, grey, index) => sum + (Math.abs(grey - (other.greys[index] ?? 0)) > greyStep ? 1 : 0),
    0,
  );
}

test.each(papers)('%s looks as its reference', async (kind, paper) => {
  const file = path.join(folder, `${kind}.png`);
  const look = await lookOf(paper);
  if (isUpdated) await writeFile(file, await png(look));
  const reference = await readFile(file);
  expect(reference.length).toBeLessThanOrEqual(mostBytes * look.pages);
  expect(differenceOf(look, await greysOf(sharp(reference), look.pages))).toBeLessThanOrEqual(mostDifferent);
});

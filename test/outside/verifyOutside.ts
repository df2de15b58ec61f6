import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sampleCampaignPaperInput } from '../../bench/data/campaignPaperInput.js';
import { paperInputOf } from '../../bench/data/paperInputs.js';
import { createPaperKey } from '../../config/paperKey.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import { campaignPapers } from '../../documents/paper/campaign/campaignPapers.js';
import { bindInThread, restSetting, setPaper } from '../../documents/paper/setPaper.js';
import { signPaper } from '../../documents/paper/signPaper.js';
import { verificationOf } from '../../documents/paper/verification.js';
import { throwawayFolder } from '../../ops/process/throwawayFolder.js';
import { runningServers } from '../../ops/start/runningServers.js';
import { closeDatabase, openDatabase } from '../../records/database.js';
import { beancountLedger } from '../../records/payment/beancountLedger.js';
import { campaignPaperKinds, campaignPaperNames } from '../../rules/papers/campaignPaperKinds.js';
import { isSignedPaper, paperNames } from '../../rules/papers/paperKinds.js';

// Engines that this product did not choose look at what it makes. They need Python, so they are no part of `npm test`.
const publicUrl = 'https://pingshen.example.cn';
const script = path.join(import.meta.dirname, 'verify.py');
const python = process.env.PYTHON ?? 'python3';

/** Sets one paper of every kind into a folder, with the certificates that the signed ones are checked by. */
async function makePapers(folder: string): Promise<void> {
  const save = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, name), content);
  const input = {
    ...paperInputOf(1),
    conferred: { number: '1', conferredOn: '2024-12-20', revokedOn: null, revokedBasis: null },
  };
  const key = await createPaperKey(folder)();
  await save('paper-certificates.pem', key.certificates);
  for (const kind of paperNames) {
    const paper = applicationPapers[kind](input);
    const pdf = await setPaper(paper, verificationOf(kind, paper), { publicUrl });
    const at = Date.parse('2024-12-20T00:00:00+08:00');
    const signed = isSignedPaper(kind) ? await signPaper(pdf, key, { at, reason: kind, contact: publicUrl }) : pdf;
    await save(`${isSignedPaper(kind) ? 'signed' : 'a-2a'} ${kind}.pdf`, signed);
    if (kind === 'review_form') await save('bound review_form.pdf', await bindInThread([pdf], 2));
  }
  for (const kind of campaignPaperNames) {
    const paper = campaignPapers[kind](sampleCampaignPaperInput);
    const standard = campaignPaperKinds[kind].isPublic ? 'ua-1' : 'a-2a';
    await save(`${standard} ${kind}.pdf`, await setPaper(paper, verificationOf(kind, paper), { publicUrl, standard }));
  }
}

/** Writes the ledger of every campaign of the running installation into a folder, read from its database. Returns their paths. */
async function ledgersOfInstallation(folder: string, port: string | undefined): Promise<readonly string[]> {
  const { databaseUrl } = await runningServers(port === undefined ? [] : [`--postgres-port=${port}`]);
  const database = openDatabase(databaseUrl, { name: 'pingshen verify:outside', poolSize: 1 });
  try {
    const campaigns = await database.campaign.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    const files: string[] = [];
    for (const { id } of campaigns) {
      const file = path.join(folder, `${id}.beancount`);
      await writeFile(file, beancountLedger(database, id));
      files.push(file);
    }
    return files;
  } finally {
    await closeDatabase(database);
  }
}

// Ledgers as `GET …/ledger.beancount` answers them, by path, and with `--installation` those of the one that runs here.
const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { installation: { type: 'boolean' }, 'postgres-port': { type: 'string' } },
});
const { folder, remove } = await throwawayFolder();
try {
  await mkdir(folder, { recursive: true });
  const exported = values.installation ? await ledgersOfInstallation(folder, values['postgres-port']) : [];
  await makePapers(folder);
  const { status, error } = spawnSync(python, [script, folder, ...positionals, ...exported], { stdio: 'inherit' });
  if (error) console.error(`没有 ${python} / there is no ${python}`);
  process.exitCode = status ?? 1;
} finally {
  await restSetting();
  await remove();
}

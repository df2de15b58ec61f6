import { isDeepStrictEqual } from 'node:util';
import { signatureOf } from '../../api/payments/payments.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { sampleDocument, unitPapers } from '../samples/evidence.js';
import { bodyOf, looksFirst, type Page } from './bodies.js';
import type { Company } from './company.js';
import { documentsFor, sectionsOf } from './filling.js';
import { isApiStep, type Step } from './plan.js';
import type { Part } from './roster.js';
import { type ApiClient, type Reply, replyOf } from './stage/apiClient.js';
import { send } from './stage/request.js';

/** One application while it is played over HTTP. */
export interface Played {
  readonly part: Part;
  id: string | null;
  readonly documents: {
    readonly kind: Parameters<typeof documentsFor>[2][number]['kind'];
    readonly year: number | null;
  }[];
  /** What the API answered to each step, in the plan's order. */
  readonly replies: Reply[];
}

type Act = Step & { readonly event: EventName };
const emptyPage: Page = { defects: [], objections: [] };

/** Does what the steps of plans say, as people would: over HTTP, one request after the other. */
export class Actors {
  constructor(
    private readonly company: Company,
    private readonly bank: { readonly url: string; readonly secret: string },
  ) {}

  /** One step. The last answer counts; where the same request is sent twice, both must be the same. */
  async play(played: Played, step: Step): Promise<Reply> {
    const { event, player: who } = step;
    if (!isApiStep(event)) return await this.#act(played, { ...step, event });
    if (who === 'bank') throw new Error('the bank fills in no forms');
    const apiClient = this.company.apiClient(who, played.part);
    switch (event) {
      case 'open':
        return await open(apiClient, played);
      case 'fill':
        return await fill(apiClient, played, step);
      case 'attach':
        return await upload(apiClient, played, unitPapers(played.part.candidacy));
      case 'photograph':
        return await upload(apiClient, played, [sampleDocument(played.part.candidacy, 'posting_photo')]);
    }
  }

  async #act(played: Played, step: Act): Promise<Reply> {
    const key = `${step.event}-${played.replies.length}`;
    const request =
      step.player === 'bank' ? () => this.#pay(played, step, key) : await this.#request(played, step, key);
    const reply = await request();
    if (!step.data.twice) return reply;
    return isDeepStrictEqual(await request(), reply) ? reply : { status: 0, body: { code: 'answered_differently' } };
  }

  async #request(played: Played, step: Act, key: string): Promise<() => Promise<Reply>> {
    if (step.player === 'bank') throw new Error('the bank has no session');
    const apiClient = this.company.apiClient(step.player, played.part);
    const page = looksFirst(step.event) ? (await apiClient.request('GET', pathOf(played))).body : {};
    const json = bodyOf(step, played.part, { ...emptyPage, ...page });
    const { seq } = step.data;
    const headers = { 'idempotency-key': key, ...(seq === undefined ? {} : { 'if-match': `"${seq}"` }) };
    return () => apiClient.request('POST', `${pathOf(played)}/actions/${step.event}`, { json, headers });
  }

  /** The bank's signed message. */
  async #pay({ part, id }: Played, step: Act, key: string): Promise<Reply> {
    const { voucher: _, ...paid } = bodyOf(step, part, emptyPage) as { readonly voucher: string };
    const body = JSON.stringify({ ...paid, applicationId: id, transactionId: `${key}-${part.candidacy.person.index}` });
    const url = `${this.bank.url}/api/payments/webhook`;
    const headers = { 'content-type': 'application/json', 'x-signature': signatureOf(this.bank.secret, body) };
    return replyOf(await send({ method: 'POST', url, headers, body }));
  }
}

function pathOf({ id }: Played): string {
  return `/api/applications/${id}`;
}

async function open(apiClient: ApiClient, played: Played): Promise<Reply> {
  const { policy, profile } = played.part.candidacy;
  const { level, track, specialty } = profile;
  const json = { campaignId: policy.id, level, track, specialty };
  const reply = await apiClient.request('POST', '/api/applications', { json });
  if (typeof reply.body.id === 'string') played.id = reply.body.id;
  return reply;
}

async function fill(apiClient: ApiClient, played: Played, { data }: Step): Promise<Reply> {
  const { candidacy } = played.part;
  const reply = await apiClient.request('PATCH', pathOf(played), { json: { sections: sectionsOf(data, candidacy) } });
  if (reply.status !== 200) return reply;
  const wanted = documentsFor(data, candidacy, played.documents);
  return wanted.length ? await upload(apiClient, played, wanted) : reply;
}

/** One file after the other; the first that is refused ends it. */
async function upload(apiClient: ApiClient, played: Played, documents: ReturnType<typeof unitPapers>): Promise<Reply> {
  let reply: Reply = { status: 204, body: {} };
  for (const { kind, year, fileName, content } of documents) {
    const query = new URLSearchParams({ kind, fileName, ...(year === null ? {} : { year: String(year) }) });
    reply = await apiClient.request('POST', `${pathOf(played)}/documents?${query}`, { file: content });
    if (reply.status !== 201) return reply;
    played.documents.push({ kind, year });
  }
  return reply;
}

import { isDeepStrictEqual } from 'node:util';
import { signatureOf } from '../../api/payments/payments.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { type ApiClient, type Reply, replyOf } from '../http/apiClient.js';
import { send } from '../http/request.js';
import { sampleDocument, unitPapers } from '../samples/evidence.js';
import type { ApiClients } from './environment/apiClients.js';
import { documentsFor, sectionsOf } from './formInput.js';
import { heardAlone, onPaper } from './jointActs.js';
import { isApiStep, type Step } from './plans/plan.js';
import type { RehearsalCase } from './rehearsalCase.js';
import { type ApplicationPage, bodyOf, readsPageFirst } from './requestBodies.js';

/** One application while its plan runs over HTTP. */
export interface CaseRun {
  readonly testCase: RehearsalCase;
  id: string | null;
  readonly documents: {
    readonly kind: Parameters<typeof documentsFor>[2][number]['kind'];
    readonly year: number | null;
  }[];
  /** The API's answer to each step, in the plan's order. */
  readonly replies: Reply[];
}

type Act = Step & { readonly event: EventName };
const noEntries: ApplicationPage = { defects: [], objections: [] };

/** Performs the steps of plans over HTTP, as people would: one request after the other. */
export class StepRunner {
  constructor(
    private readonly clients: ApiClients,
    private readonly bank: { readonly url: string; readonly secret: string },
    /** Has a candidate heard who is not in the planned session. */
    private readonly hear: (run: CaseRun, step: Step) => Promise<void>,
  ) {}

  /**
   * Performs one step and returns the last answer. Where the same request is sent twice, both answers must be equal.
   */
  async perform(run: CaseRun, step: Step): Promise<Reply> {
    const { event, actor } = step;
    if (!isApiStep(event)) return await this.#act(run, { ...step, event });
    if (actor === 'bank') throw new Error('the bank fills in no forms');
    const apiClient = this.clients.apiClient(actor, run.testCase);
    switch (event) {
      case 'open':
        return await open(apiClient, run);
      case 'fill':
        return await fill(apiClient, run, step);
      case 'attach':
        return await upload(apiClient, run, unitPapers(run.testCase.candidacy));
      case 'photograph':
        return await upload(apiClient, run, [sampleDocument(run.testCase.candidacy, 'posting_photo')]);
      case 'scan':
        return await upload(apiClient, run, [sampleDocument(run.testCase.candidacy, 'entrusted_decision')]);
    }
  }

  async #act(run: CaseRun, step: Act): Promise<Reply> {
    const key = `${step.event}-${run.replies.length}`;
    if (heardAlone(step, run.testCase)) await this.hear(run, step);
    if (onPaper(step, run.testCase)) await this.#enter(run, step);
    const request = step.actor === 'bank' ? () => this.#pay(run, step, key) : await this.#request(run, step, key);
    const reply = await request();
    if (!step.data.twice) return reply;
    return isDeepStrictEqual(await request(), reply) ? reply : { status: 0, body: { code: 'answered_differently' } };
  }

  /** A tally on paper is entered by another person first, from minutes the office has scanned. */
  async #enter(run: CaseRun, step: Act): Promise<void> {
    const minutes = sampleDocument(run.testCase.candidacy, 'paper_minutes');
    await upload(this.clients.apiClient('office', run.testCase), run, [minutes]);
    const entering = { ...step, event: 'enter_tally', actor: 'second_office' } as const;
    const request = await this.#request(run, entering, `enter_tally-${run.replies.length}`);
    await request();
  }

  async #request(run: CaseRun, step: Act, key: string): Promise<() => Promise<Reply>> {
    if (step.actor === 'bank') throw new Error('the bank has no session');
    const apiClient = this.clients.apiClient(step.actor, run.testCase);
    const page = readsPageFirst(step.event) ? (await apiClient.request('GET', pathOf(run))).body : {};
    const json = bodyOf(step, run.testCase, { ...noEntries, ...page });
    const { seq } = step.data;
    const headers = { 'idempotency-key': key, ...(seq === undefined ? {} : { 'if-match': `"${seq}"` }) };
    return () => apiClient.request('POST', `${pathOf(run)}/actions/${step.event}`, { json, headers });
  }

  /** Sends the bank's signed message. */
  async #pay({ testCase, id }: CaseRun, step: Act, key: string): Promise<Reply> {
    const { voucher: _, ...paid } = bodyOf(step, testCase, noEntries) as { readonly voucher: string };
    const body = JSON.stringify({
      ...paid,
      applicationId: id,
      transactionId: `${key}-${testCase.candidacy.person.index}`,
    });
    const url = `${this.bank.url}/api/payments/webhook`;
    const headers = { 'content-type': 'application/json', 'x-signature': signatureOf(this.bank.secret, body) };
    return replyOf(await send({ method: 'POST', url, headers, body }));
  }
}

function pathOf({ id }: CaseRun): string {
  return `/api/applications/${id}`;
}

async function open(apiClient: ApiClient, run: CaseRun): Promise<Reply> {
  const { policy, profile } = run.testCase.candidacy;
  const { level, track, specialty } = profile;
  const json = { campaignId: policy.id, level, track, specialty };
  const reply = await apiClient.request('POST', '/api/applications', { json });
  if (typeof reply.body.id === 'string') run.id = reply.body.id;
  return reply;
}

async function fill(apiClient: ApiClient, run: CaseRun, { data }: Step): Promise<Reply> {
  const { candidacy } = run.testCase;
  const reply = await apiClient.request('PATCH', pathOf(run), { json: { sections: sectionsOf(data, candidacy) } });
  if (reply.status !== 200) return reply;
  const wanted = documentsFor(data, candidacy, run.documents);
  return wanted.length ? await upload(apiClient, run, wanted) : reply;
}

/** Uploads the files one by one; the first refusal ends it. */
async function upload(apiClient: ApiClient, run: CaseRun, documents: ReturnType<typeof unitPapers>): Promise<Reply> {
  let reply: Reply = { status: 204, body: {} };
  for (const { kind, year, fileName, content } of documents) {
    const query = new URLSearchParams({ kind, fileName, ...(year === null ? {} : { year: String(year) }) });
    reply = await apiClient.request('POST', `${pathOf(run)}/documents?${query}`, { file: content });
    if (reply.status !== 201) return reply;
    run.documents.push({ kind, year });
  }
  return reply;
}

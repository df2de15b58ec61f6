import { z } from 'zod';
import { notifyNewerCalendars } from '../../engine/notifyNewerCalendars.js';
import {
  decideDay,
  enteredDays,
  presentCalendar,
  proposeDay,
  type RecordedDay,
} from '../../records/calendar/enteredDays.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { calendarYear } from '../../rules/calendar/calendarYear.js';
import { enteredDayKinds, enteredDayStates } from '../../rules/calendar/enteredDays.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { regionCodes } from '../../rules/calendar/overlays/regions.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { requireSettingUp, settingUp } from '../drafts/draftAccess.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, localDate } from '../http/text.js';
import { at } from '../openapi/parts.js';
import { CalendarAnswer } from '../policy/answers.js';
import { region, year } from '../policy/kindSchemas.js';

const clause = '国务院办公厅节假日安排、自治区放假通知：录入与确认须两人';
const tag = '年度评审';
const path = '/api/calendar-days';
const who = { roles: 'signed in', among: settingUp } as const;

const NewDay = z.strictObject({
  date: localDate,
  region,
  kind: z.enum(enteredDayKinds),
  name: line(40).meta({ description: '节日名称，或调休所补的节日' }),
  source: line(200).meta({ description: '公布该日的文件' }),
  official: z.boolean().meta({ description: '已正式公布；否则为预计，只限地方节日' }),
});

export const EnteredDayAnswer = z
  .object({
    ...NewDay.shape,
    id: z.uuid(),
    state: z.enum(enteredDayStates),
    proposedBy: z.string(),
    proposedAt: at,
    decidedBy: z.string().nullable(),
    decidedAt: at.nullable(),
  })
  .meta({ id: 'EnteredDay' });

/**
 * Holidays and make-up days just announced, before the product brings them: one person enters a day, another confirms it.
 * Campaigns under way are then offered the calendar with it, as they are a newer one of the product.
 */
export const calendarDayRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/calendars/{region}',
    tag,
    summary: '一个地区一年的工作日历，供安排时间',
    roles: 'signed in',
    everyCampaign: true,
    subject: async ({ params }) => {
      const known = regionCodes.find((code) => code === params.region);
      if (!known) throw new Problem('not_found', { zh: '没有这个地区。', en: 'There is no such region.' });
      return known;
    },
    query: z.strictObject({ year: z.coerce.number().pipe(year) }),
    answers: { 200: CalendarAnswer },
    handle: async ({ subject, query }, { db }) => {
      const calendar = (await presentCalendar(db))({ year: query.year, region: subject });
      return calendarYear(calendar, subject, query.year);
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '录入的节假日与调休日（办事机构、运维）',
    ...who,
    subject: async ({ caller }) => requireSettingUp(caller),
    answers: { 200: z.object({ items: z.array(EnteredDayAnswer) }) },
    handle: async (_, { db }) => ({ items: (await enteredDays(db)).map(view) }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '录入刚公布的节假日或调休日，须另一人确认',
    ...who,
    subject: async ({ caller }) => requireSettingUp(caller),
    body: NewDay,
    answers: { 201: EnteredDayAnswer },
    handle: async ({ body, caller }, { db, clock }) => {
      if (!body.official && (body.region === 'national' || body.kind !== 'holiday'))
        throw new Problem(
          'body_invalid',
          {
            zh: '只有地方节日可以按预计录入；全国节假日和调休日公布后再录入。',
            en: 'Only a festival of a region can be entered before it is announced.',
          },
          { field: 'official', clause },
        );
      const proposed = { ...body, proposedBy: caller.personId, proposedAt: await clock() };
      const id = await proposeDay(db, proposed).catch((error: unknown) => {
        throw isAlreadyThere(error)
          ? new Problem(
              'already_there',
              { zh: '这一天已有一项待确认，请先办结。', en: 'That day waits to be confirmed already.' },
              { field: 'date', clause },
            )
          : error;
      });
      return view(await waiting(db, id));
    },
  }),
  ...(['confirm', 'withdraw'] as const).map((act) =>
    defineRoute({
      method: 'post',
      path: `${path}/{dayId}/${act}`,
      tag,
      summary: act === 'confirm' ? '确认录入的日子（另一人）；办理中的年度评审随即可采用' : '撤回待确认的日子',
      ...who,
      subject: async ({ params, caller }, { db }) => {
        requireSettingUp(caller);
        return await waiting(db, params.dayId);
      },
      answers: { 200: EnteredDayAnswer },
      handle: async ({ subject: day, caller }, services) => {
        const { db, clock } = services;
        if (act === 'confirm' && day.proposedBy === caller.personId)
          throw new Problem(
            'second_person_needed',
            { zh: '须由另一位工作人员确认。', en: 'Another member of staff has to confirm it.' },
            { clause },
          );
        const state = act === 'confirm' ? 'confirmed' : 'withdrawn';
        if (!(await decideDay(db, { id: day.id, state, by: caller.personId, at: await clock() }))) throw settled();
        if (act === 'confirm') await notifyNewerCalendars(services);
        const days = await enteredDays(db);
        return view(days.find(({ id }) => id === day.id) ?? day);
      },
    }),
  ),
];

async function waiting(db: Deps['db'], id: string): Promise<RecordedDay> {
  const day = isUuid(id) ? (await enteredDays(db)).find((one) => one.id === id) : undefined;
  if (!day) throw new Problem('not_found', { zh: '没有录入过这一天。', en: 'No such day was entered.' });
  if (day.state !== 'proposed') throw settled();
  return day;
}

function settled(): Problem {
  return new Problem('already_done', { zh: '这一天已经办结。', en: 'It is settled already.' }, { clause });
}

function view({ proposedAt, decidedAt, ...day }: RecordedDay) {
  const decided = decidedAt === null ? null : isoInBeijing(decidedAt);
  return { ...day, proposedAt: isoInBeijing(proposedAt), decidedAt: decided };
}

import type { Locator, Page } from 'playwright-core';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import type { CommitteeLaw, Fraction, Period, Policy, PolicyWindow, Ruled } from '../../../rules/policy/policy.js';
import type { Words } from '../../../rules/policy/words.js';

/** What a person did: presses of the mouse, texts typed, and their characters. */
export interface Effort {
  clicks: number;
  texts: number;
  characters: number;
}

/** The entry of a campaign on its pages, as a person does it, counted. */
export function campaignEntry(page: Page, policy: Policy) {
  const effort: Effort = { clicks: 0, texts: 0, characters: 0 };
  const click = async (locator: Locator) => {
    effort.clicks += 1;
    await locator.click();
  };
  const type = async (locator: Locator, text: string) => {
    effort.texts += 1;
    effort.characters += text.length;
    await locator.fill(text);
  };
  const choose = async (select: Locator, option: string) => {
    await click(select);
    await click(page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }));
  };
  const row = (path: string) => page.locator(`[id="draft-${path}"]`);
  const levelNames = new Map(policy.codes.levels.map(({ code, zh }) => [code, zh]));
  const moment = async (name: string, written: string) => {
    const [day = '', clock = ''] = written.split('T');
    await type(page.getByLabel(`${name} 日期`, { exact: true }), day);
    await type(page.getByLabel(`${name} 时间`, { exact: true }), clock);
  };
  const fees = async (name: string, within: Locator, amounts: Readonly<Record<string, number>>) => {
    for (const [level, fen] of Object.entries(amounts))
      await type(within.getByLabel(`${name} ${levelNames.get(level)}`, { exact: true }), String(fen / 100));
  };

  const committees = async (name: string, all: readonly CommitteeLaw[]) => {
    for (const [index, committee] of all.entries()) {
      const own = `${name} ${index + 1}`;
      await click(page.getByRole('button', { name: `添加：${name}` }));
      await type(page.getByLabel(`${own} 名称`, { exact: true }), committee.name);
      const kind = page.getByRole('radiogroup', { name: `${own} 组建方式` });
      if (committee.kind !== 'series') await click(kind.getByText('专业'));
      const listed = page.getByRole('group', { name: own }).locator('.ant-select-selection-item');
      const chosen = policy.specialties.filter(({ code }) => committee.specialties.includes(code));
      // A new committee begins with the specialties that none judges yet: what is not its own is taken away.
      const offered = await listed.evaluateAll((items) => items.map((item) => String(item.getAttribute('title'))));
      const away = offered.filter((title) => !chosen.some((one) => one.name === title));
      for (const title of away) {
        const item = page.getByRole('group', { name: own }).locator(`.ant-select-selection-item[title="${title}"]`);
        await click(item.locator('.ant-select-selection-item-remove'));
      }
      if (committee.fees) {
        await click(page.getByRole('checkbox', { name: `${own} 收费单列` }));
        await fees(own, page.getByRole('group', { name: own }), committee.fees);
      }
    }
  };

  const skilled = async (name: string, grades: Readonly<Record<string, { years: number; level: string }>>) => {
    for (const { code, zh } of policy.codes.skillGrades) {
      const entry = grades[code];
      if (!entry) continue;
      await type(page.getByLabel(`${name} ${zh} 年数`, { exact: true }), String(entry.years));
      await choose(page.getByRole('combobox', { name: `${name} ${zh} 级别` }), levelNames.get(entry.level) ?? '');
    }
  };

  /** Enters a value as its kind is entered. */
  const value = async (path: string, wanted: unknown) => {
    const field = fieldsByPath[path];
    const name = field?.zh ?? path;
    switch (field?.kind) {
      case 'yesNo':
        return await click(row(path).getByRole('radio', { name: wanted ? '是' : '否', exact: true }));
      case 'number':
        return await type(row(path).getByLabel(name, { exact: true }), String(wanted));
      case 'numbers':
        return await type(row(path).getByLabel(name, { exact: true }), (wanted as readonly number[]).join('，'));
      case 'text':
        return await type(row(path).getByLabel(name, { exact: true }), String(wanted));
      case 'moment':
        return await moment(name, String(wanted));
      case 'window': {
        const { opens, due } = wanted as PolicyWindow;
        await moment(`${name} 起`, opens);
        return await moment(`${name} 止（不含）`, due);
      }
      case 'period': {
        const { days, count } = wanted as Period;
        await type(row(path).getByLabel(name, { exact: true }), String(days));
        return await click(row(path).getByText(count === 'working' ? '工作日' : '自然日', { exact: true }));
      }
      case 'fraction': {
        const { numerator, denominator } = wanted as Fraction;
        await type(row(path).getByLabel(`${name} 分子`), String(numerator));
        return await type(row(path).getByLabel(`${name} 分母`), String(denominator));
      }
      case 'levels':
        for (const level of wanted as readonly string[])
          await click(row(path).getByText(levelNames.get(level) ?? '', { exact: true }));
        return;
      case 'employers':
        for (const kind of policy.codes.employerKinds)
          if ((wanted as readonly string[]).includes(kind.code))
            await click(row(path).getByText(kind.zh, { exact: true }));
        return;
      case 'fees':
        return await fees(name, row(path), wanted as Readonly<Record<string, number>>);
      case 'mandarin':
        return await choose(
          row(path).getByRole('combobox', { name, exact: true }),
          (wanted as { minimum: string }).minimum,
        );
      case 'skilled':
        return await skilled(name, wanted as Parameters<typeof skilled>[1]);
      case 'committees':
        return await committees(name, wanted as readonly CommitteeLaw[]);
      case 'citation':
        return;
      default:
        throw new Error(`nobody has said how a person enters ${path}`);
    }
  };

  /** Enters a value that a draft does not have yet, or has otherwise, with its clause and source. */
  const enter = async (path: string, wanted: Ruled<unknown>, present: Ruled<unknown> | undefined) => {
    const field = fieldsByPath[path];
    const { zh: name, kind, optional } = { zh: path, kind: null, optional: false, ...field };
    const isSame = (part: keyof Ruled<unknown>) => JSON.stringify(present?.[part]) === JSON.stringify(wanted[part]);
    if (optional && !present && kind !== 'text' && kind !== 'citation' && kind !== 'words')
      await click(row(path).getByRole('button', { name: `添加：${name}` }));
    if (kind === 'words') return await type(row(path).getByLabel(`${name} 中文`), (wanted.value as Words).zh);
    if (path !== 'levels' && !isSame('value')) await value(path, wanted.value);
    if (!isSame('clause')) await type(row(path).getByLabel(`${name} 依据`, { exact: true }), wanted.clause);
    if (kind === 'citation') return;
    const stated = !isSame('clause') && /^通知(?!.*未规定)/.test(wanted.clause);
    const source = stated || !present ? 'notice' : present.source;
    const isConfirmed = stated || !present ? true : present.confirmed;
    const sourceLabels = { notice: '通知', national_rule: '国家规定', default: '默认' };
    if (source !== wanted.source)
      await choose(row(path).getByRole('combobox', { name: `${name} 来源` }), sourceLabels[wanted.source]);
    if (isConfirmed !== wanted.confirmed) await click(row(path).getByRole('checkbox', { name: `已核对：${name}` }));
  };
  return { effort, click, type, choose, enter, row };
}

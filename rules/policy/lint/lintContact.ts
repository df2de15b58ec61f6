import { cite } from '../clauses.js';
import { type ContactName, contactTable } from '../contact.js';
import type { Policy } from '../policy.js';
import type { LintFinding } from './lintFinding.js';

/** Whom candidates are to pay, ask or tell, where the policy does not say it: pages and letters cannot show it. */
export function lintContact(policy: Policy): readonly LintFinding[] {
  const { payment, materials } = policy.stages;
  const needed: Readonly<Record<ContactName, boolean>> = {
    person: true,
    enquiries: true,
    platform: false,
    reports: true,
    address: materials.value,
    payee: payment.value,
    bank: payment.value,
    account: payment.value,
    payQr: false,
  };
  const names = Object.keys(contactTable) as readonly ContactName[];
  return names
    .filter((name) => needed[name] && policy.contact[name] === null)
    .map((name) => {
      const { zh, en } = contactTable[name];
      return {
        code: 'contact_missing',
        severity: 'warning',
        clause: cite(policy, name === 'payee' || name === 'bank' || name === 'account' ? 'fees' : 'procedure'),
        date: null,
        message: `没有写明${zh}，网页和通知信中不能告知；通知有的请补上。`,
        messageEn: `“${en}” is not stated, so pages and letters cannot tell it. Please add it where the notice has it.`,
        path: `contact.${name}`,
      };
    });
}

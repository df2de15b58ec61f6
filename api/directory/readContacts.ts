import { channelTo, normalContact } from '../../rules/people/contact.js';
import { fault, type SentRow } from './judgedRow.js';

/** The address and the number in a row's cells, at least one of them, and what is wrong with them. */
export function readContacts(cells: SentRow['cells']) {
  const email = cells.email ? normalContact(cells.email) : null;
  const phone = cells.phone ? normalContact(cells.phone) : null;
  const faults = [
    ...(email !== null && (email.length > 254 || channelTo(email) !== 'mail')
      ? [fault('email', { zh: '邮箱格式不正确。', en: 'This is no email address.' })]
      : []),
    ...(phone !== null && channelTo(phone) !== 'sms'
      ? [fault('phone', { zh: '应为11位手机号。', en: 'It has to be a mobile number of 11 digits.' })]
      : []),
    ...(email === null && phone === null
      ? [fault('email', { zh: '邮箱和手机号至少填一项。', en: 'Give an address or a mobile number.' })]
      : []),
  ];
  return { email, phone, faults };
}

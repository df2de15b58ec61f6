import { z } from 'zod';
import { channelTo, normalContact } from '../../rules/people/contact.js';
import { bilingualMessage } from '../http/bilingualMessage.js';

/** A mobile number of the mainland, with or without +86, spaces and hyphens. */
export const phone = z
  .string()
  .max(40)
  .transform(normalContact)
  .refine(
    (text) => channelTo(text) === 'sms',
    bilingualMessage('应为11位手机号。', 'It has to be a mobile number of 11 digits.'),
  );

/** An address or a mobile number, as it is kept. */
export const contact = z
  .string()
  .max(254)
  .transform(normalContact)
  .refine(
    (text) => channelTo(text) !== null,
    bilingualMessage('应为邮箱或11位手机号。', 'It has to be an email address or a mobile number of 11 digits.'),
  );

/** A contact as the columns that keep it. */
export const columnsOf = (text: string) =>
  text.includes('@') ? { email: text, phone: null } : { email: null, phone: text };

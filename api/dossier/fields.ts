import { z } from 'zod';
import { bilingualMessage } from '../http/bilingualMessage.js';

/** Control characters, unpaired surrogates and direction overrides: unseen, and not storable or misleading. */
const unfit = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** The same for texts of several lines, where line breaks and tabs are seen. */
const unfitInLines = /[^\P{Cc}\n\r\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

const earliest = '1900-01-01';
const latest = '2100-12-31';

function writing(longest: number, unseen: RegExp) {
  return z
    .string(bilingualMessage('应为文字。', 'It has to be text.'))
    .trim()
    .max(longest, bilingualMessage(`不超过${longest}字。`, `At most ${longest} characters.`))
    .refine(
      (text) => !unseen.test(text),
      bilingualMessage(
        '含有不可见的控制字符，请删除。',
        'It contains invisible control characters; please remove them.',
      ),
    );
}

/** One line a candidate writes, trimmed; empty text is a field not filled in yet. */
export const text = (longest: number) => writing(longest, unfit).exactOptional();

/** Several lines a candidate writes, trimmed at both ends. */
export const paragraphs = (longest: number) => writing(longest, unfitInLines).exactOptional();

/** A day that exists, within the years a form can be about. */
export const realDate = z.iso
  .date({
    error: bilingualMessage('应为真实日期，例如 2024-08-30。', 'It has to be a real date, such as 2024-08-30.'),
    abort: true,
  })
  .refine(
    (date) => date >= earliest && date <= latest,
    bilingualMessage('年份应在1900至2100之间。', 'The year has to lie between 1900 and 2100.'),
  );
export const date = realDate.exactOptional();

export const yearNumber = z
  .int(bilingualMessage('应为年份，例如 2024。', 'It has to be a year, such as 2024.'))
  .min(1950, bilingualMessage('年份应在1950至2100之间。', 'The year has to lie between 1950 and 2100.'))
  .max(2100, bilingualMessage('年份应在1950至2100之间。', 'The year has to lie between 1950 and 2100.'));

/** Yes or no. */
export const yesOrNo = z.boolean(bilingualMessage('请选择是或否。', 'Please choose yes or no.')).exactOptional();

/** One of the listed answers. */
export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, bilingualMessage('请从所列选项中选择。', 'Please choose one of the options.')).exactOptional();

/** A list of entries, each as incomplete as it may be. */
export const entriesOf = <Entry extends z.ZodType>(entry: Entry, most: number) =>
  z
    .array(entry, bilingualMessage('应为列表。', 'It has to be a list.'))
    .max(most, bilingualMessage(`最多${most}条。`, `At most ${most} entries.`))
    .exactOptional();

import type { ZodError, z } from 'zod';
import type { BilingualText } from '../../rules/bilingualText.js';
import { parseBilingualMessage } from './bilingualMessage.js';
import type { FieldError } from './problem.js';

/** Every fault zod found, by path in the body. */
export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fieldError(at ? `${at}.${key}` : key, noSuchField))
      : [fieldError(at, description(issue))];
  });
}

/** A fault of one field with this message. */
export function fieldError(field: string, { zh, en }: BilingualText): FieldError {
  return { field, message: zh, messageEn: en };
}

const noSuchField: BilingualText = { zh: '没有这个字段，请删除。', en: 'There is no such field; please remove it.' };

const kinds: Readonly<Record<string, BilingualText>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  null: { zh: '空', en: 'null' },
  date: { zh: '日期', en: 'a date' },
};

function description(issue: z.core.$ZodIssue): BilingualText {
  const own = parseBilingualMessage(issue.message);
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.message.endsWith('received undefined')) return { zh: '必填。', en: 'This is required.' };
      const { zh, en } = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `应为${zh}。`, en: `It has to be ${en}.` };
    }
    case 'too_small':
      return { zh: `过小或过短，至少为${issue.minimum}。`, en: `Too small or too short: at least ${issue.minimum}.` };
    case 'too_big':
      return { zh: `过大或过长，至多为${issue.maximum}。`, en: `Too large or too long: at most ${issue.maximum}.` };
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: `只能是：${values.join('、')}。`, en: `It can only be: ${values.join(', ')}.` };
    }
    case 'invalid_format':
      return { zh: '格式不正确。', en: 'The format is not right.' };
    default:
      return { zh: '不符合要求。', en: 'It is not as it has to be.' };
  }
}

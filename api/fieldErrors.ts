import type { ZodError, z } from 'zod';
import type { FieldError } from './problem.js';

/** Every fault zod found, by path in the body, in Chinese. */
export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: at ? `${at}.${key}` : key, message: '没有这个字段，请删除。' }))
      : [{ field: at, message: said(issue) }];
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  date: '日期',
};

function said(issue: z.core.$ZodIssue): string {
  if (hasChinese(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? '必填。'
        : `应为${kinds[issue.expected] ?? issue.expected}。`;
    case 'too_small':
      return `过小或过短，至少为${issue.minimum}。`;
    case 'too_big':
      return `过大或过长，至多为${issue.maximum}。`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}。`;
    case 'invalid_format':
      return '格式不正确。';
    default:
      return '不符合要求。';
  }
}

function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

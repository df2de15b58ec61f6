import { readable } from '../../../ops/process/logLine.js';

test('a JSON event becomes its message and its scalar fields', () => {
  const event = { level: 30, time: 1, pid: 2, hostname: 'h', msg: '已登记', applicationId: 'a1', req: { url: '/' } };
  expect(readable(JSON.stringify(event))).toBe('已登记 applicationId=a1');
});

test('an error shows its reason, a debug event is empty', () => {
  const error = { level: 50, msg: '邮件未送出', err: { message: 'connect ECONNREFUSED' } };
  expect(readable(JSON.stringify(error))).toBe('错误 error 邮件未送出 connect ECONNREFUSED');
  expect(readable(JSON.stringify({ level: 20, msg: 'detail' }))).toBe('');
});

test('one event stays one line, and a plain line stays as it is', () => {
  expect(readable('{"level":30,"msg":"one\\n  two"}')).toBe('one ⏎ two');
  expect(readable('{ not json')).toBe('{ not json');
});

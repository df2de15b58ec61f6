import { type Sent, wasTooLate } from '../../../simulation/chaos/traffic/sender.js';

const due = '2026-11-28T01:43:07.071+08:00';
const refusal = { status: 409, body: { code: 'deadline_passed', deadline: { due } } };
const sent = (from: number, off = 0): Pick<Sent, 'attempts' | 'reply'> => ({
  attempts: [{ api: 0, from: Date.parse(due) + from, to: Date.parse(due) + from + 20, status: 409, off }],
  reply: refusal as Sent['reply'],
});

test('an act that was first sent after its deadline is refused rightly', () => {
  expect(wasTooLate(sent(1))).toBe(true);
});

test('an act that was sent before its deadline, or perhaps so by the clock of an API, is not', () => {
  expect(wasTooLate(sent(-1))).toBe(false);
  expect(wasTooLate(sent(1_000, 2_600))).toBe(false);
});

test('nor is one that was refused for anything else', () => {
  const reply = { ...refusal, body: { ...refusal.body, code: 'role_not_allowed' } } as Sent['reply'];
  expect(wasTooLate({ ...sent(1), reply })).toBe(false);
});

import { payQr } from '../../../rules/fees/payQr.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';

const asked = { part: 'review', code: '12345674', amount: 60_000 } as const;

test('without a code of the bureau, the bill stands in the fields of EMV with its check', () => {
  const account = fromNotice('6222 0000', '通知');
  const { text } = payQr(asked, { contact: { ...aksu2024.contact, account } });
  expect(text).toBe(
    '000201010212261301096222 0000520493995303156540' +
      '6600.005802CN5915阿克苏地区工业和信息化局财务室6212010812345674' +
      text.slice(-8),
  );
  expect(text.slice(-8)).toMatch(/^6304[0-9A-F]{4}$/);
});

test('its check is CRC-16/CCITT over all before it', () => {
  const contact = { ...aksu2024.contact, payee: null, account: null };
  expect(payQr(asked, { contact }).text).toBe('0002010102125204939953031565406600.005802CN62120108123456746304F50A');
});

test('the code of the bureau is shown as it is, with what to write into the remark', () => {
  const contact = { ...aksu2024.contact, payQr: fromNotice('https://pay.example/1', '通知') };
  expect(payQr(asked, { contact })).toEqual({
    text: 'https://pay.example/1',
    caption: expect.objectContaining({ zh: expect.stringContaining('12345674') }),
  });
});

import { aliyunHeaders } from '../../../activities/sms/aliyunSms.js';
import { createSms } from '../../../activities/sms/createSms.js';
import { tencentAuthorization } from '../../../activities/sms/tencentSms.js';

const message = { phone: '13800001111', kind: 'code', values: ['123456'], text: '验证码 123456' } as const;

/** A service that answers with this, and what it was asked. */
function answering(answer: unknown, status = 200) {
  const asked: { url: string; headers: Record<string, string>; body: string }[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    asked.push({
      url: String(input),
      headers: init.headers as Record<string, string>,
      body: String(init.body ?? ''),
    });
    return new Response(JSON.stringify(answer), { status });
  };
  return { asked, tools: { fetch, now: () => Date.parse('2026-03-01T02:03:04.567Z'), nonce: () => 'once' } };
}

const templates = 'code=SMS_1&invitation=SMS_2&notice=SMS_3';
const aliyun = `aliyun://id:se%2Fcret@dysmsapi.aliyuncs.com?sign=${encodeURIComponent('某市人社')}&${templates}`;
const tencent = `tencent://id:key@sms.tencentcloudapi.com?app=1400&sign=${encodeURIComponent('某市人社')}&${templates}`;

describe('Short messages', () => {
  test('to Aliyun are signed as its published example', () => {
    const headers = aliyunHeaders(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { keyId: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    );
    expect(headers.authorization).toMatch(
      /Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/,
    );
  });

  test('to Tencent are signed as its published example', () => {
    const stars = '*'.repeat(32);
    const body = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`;
    const call = { host: 'cvm.tencentcloudapi.com', service: 'cvm', action: 'DescribeInstances', body };
    const signed = tencentAuthorization({ ...call, timestamp: 1551113065 }, { keyId: `AKID${stars}`, secret: stars });
    expect(signed).toMatch(/Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f$/);
  });

  test('name number, signature, template and values to Aliyun', async () => {
    const { asked, tools } = answering({ Code: 'OK' });
    await createSms(aliyun, tools).send(message);
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      PhoneNumbers: '13800001111',
      SignName: '某市人社',
      TemplateCode: 'SMS_1',
      TemplateParam: '{"code":"123456"}',
    });
    expect(asked[0]?.headers['x-acs-date']).toBe('2026-03-01T02:03:04Z');
  });

  test('name number, application, signature, template and values to Tencent', async () => {
    const { asked, tools } = answering({ Response: { SendStatusSet: [{ Code: 'Ok' }] } });
    await createSms(tencent, tools).send(message);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      PhoneNumberSet: ['+8613800001111'],
      SmsSdkAppId: '1400',
      SignName: '某市人社',
      TemplateId: 'SMS_1',
      TemplateParamSet: ['123456'],
    });
  });

  test.each([
    [aliyun, { Code: 'isv.BUSINESS_LIMIT_CONTROL' }, 'isv.BUSINESS_LIMIT_CONTROL'],
    [aliyun, 'no answer of a service', 'HTTP 200'],
    [tencent, { Response: { Error: { Code: 'AuthFailure' } } }, 'AuthFailure'],
    [tencent, { Response: { SendStatusSet: [{ Code: 'LimitExceeded' }] } }, 'LimitExceeded'],
  ])('that a service does not take fail with its code and name nobody: %#', async (url, answer, code) => {
    const { tools } = answering(answer);
    const failed = await createSms(url, tools)
      .send(message)
      .catch((error: Error) => error);
    expect(failed).toMatchObject({ code, message: expect.not.stringContaining('13800001111') });
  });

  test.each(['nonsense', 'ftp://x', 'aliyun://id@x', 'tencent://id:key@x?sign=y&code=1&invitation=2&notice=3'])(
    'are not sent through %s',
    (url) => expect(() => createSms(url)).toThrow('SMS_URL'),
  );
});

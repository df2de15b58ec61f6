import { generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { BitString, fromBER, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, CryptoEngine, Extension, RelativeDistinguishedNames } from 'pkijs';

const commonName = '2.5.4.3';
const keyUsage = '2.5.29.15';
// digitalSignature and nonRepudiation.
const signs = new Uint8Array([0b1100_0000]);
const name = '职称评审系统自签证书 Self-made, for tests';

/** A new RSA key with a certificate it made of itself, as PEM: for demo and tests, trusted by nobody. */
export async function selfSignedKey(): Promise<string> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = new Integer({ valueHex: Buffer.concat([Buffer.from([1]), randomBytes(8)]) });
  made.issuer = named();
  made.subject = named();
  // Titles of the demo lie in the past.
  made.notBefore.value = new Date(Date.UTC(2020, 0, 1));
  made.notAfter.value = new Date(Date.UTC(2049, 11, 31));
  made.subjectPublicKeyInfo.fromSchema(fromBER(publicKey.export({ type: 'spki', format: 'der' })).result);
  const usage = new BitString({ valueHex: signs.buffer, unusedBits: 6 });
  made.extensions = [new Extension({ extnID: keyUsage, critical: true, extnValue: usage.toBER(false) })];
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const signing = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  await made.sign(signing, 'SHA-256', new CryptoEngine({ name: 'node', crypto: webcrypto }));
  const der = Buffer.from(made.toSchema(true).toBER(false)).toString('base64');
  const pem = `-----BEGIN CERTIFICATE-----\n${der.replaceAll(/(.{64})/g, '$1\n').trim()}\n-----END CERTIFICATE-----\n`;
  return `${privateKey.export({ type: 'pkcs8', format: 'pem' })}${pem}`;
}

const named = () =>
  new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value: name }) })],
  });

/** 统一社会信用代码 (GB 32100-2015): digits and letters without I, O, S, V and Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** The check character of the first seventeen, by ISO 7064 MOD 31: weights are the powers of 3. */
function checkCharacter(first: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % characters.length;
  }
  return characters.charAt((characters.length - (sum % characters.length)) % characters.length);
}

/** Whether a code of 18 characters, in capitals, has the form and the check character of GB 32100. */
export function isCreditCode(code: string): boolean {
  return form.test(code) && checkCharacter(code.slice(0, 17)) === code.charAt(17);
}

import { z } from 'zod';
import { isCreditCode } from '../../rules/people/creditCode.js';
import { bilingualMessage } from '../http/bilingualMessage.js';

/** 统一社会信用代码, in capitals, with its check character. */
export const creditCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    isCreditCode,
    bilingualMessage(
      '统一社会信用代码不正确，请核对18位代码。',
      'The unified social credit code is not right; please check its 18 characters.',
    ),
  );

import { errorWithoutContent } from '../../../config/errorWithoutContent.js';

test('a log holds of an error neither the row it quotes nor the statement that failed', () => {
  const refused = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (name)=(张三) exists',
  });
  const invalid = new Error('Invalid `create()` invocation:\n{ name: "张三" }\nArgument `email` is missing.');
  invalid.name = 'PrismaClientValidationError';
  for (const error of [refused, invalid]) expect(JSON.stringify(errorWithoutContent(error))).not.toContain('张三');
  expect(errorWithoutContent(invalid)).toMatchObject({ message: 'Argument `email` is missing.' });
  expect(errorWithoutContent(refused)).toMatchObject({ message: 'duplicate key value', code: '23505' });
});

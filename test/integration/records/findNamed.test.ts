import fc from 'fast-check';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { findNamed } from '../../../records/queue/findNamed.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createDatabase('named');
  database = openDatabase(own.url);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

let serial = 0;
async function person(name: string): Promise<string> {
  serial += 1;
  const id = `person-${serial}`;
  await database.user.create({ data: { id, name, email: `${id}@example.cn` } });
  return id;
}
async function people(part: string): Promise<readonly string[]> {
  const { by } = await findNamed(database, part);
  return by.find(({ kind }) => kind === 'person')?.subjects ?? [];
}

test.each([
  ['买买提·艾力', ['提艾', '买买提•艾', '艾力', 'mmtal', 'TAL', '买买提．艾力', '　买买提 ']],
  ['Patigül Ömer', ['patigul', 'ÖMER', 'gülöm', 'Ｐａｔｉ']],
  ['单雄信', ['单雄', '雄信', 'sxx', 'dxx', 'xx']],
  ['曾国', ['zg', 'cg']],
  ['𬭛某', ['𬭛', '某', 'm']],
])('%s is found by each of %j', async (name, parts) => {
  const id = await person(name);
  for (const part of parts) expect([part, await people(part)]).toEqual([part, expect.arrayContaining([id])]);
  expect(await people(`${name}某`)).not.toContain(id);
  expect(await people('q%_')).toEqual([]);
});

test('a person who is renamed is found by the new name only, and one who is gone by none', async () => {
  const id = await person('欧阳海');
  await database.user.update({ where: { id }, data: { name: '欧阳河' } });
  expect([await people('阳海'), await people('阳河')]).toEqual([[], [id]]);
  await database.user.delete({ where: { id } });
  expect(await people('阳河')).toEqual([]);
});

test('every part of every name is found', async () => {
  const characters = fc.constantFrom('张', '伟', '古', '丽', '娜', 'A', 'b', '·', ' ');
  await fc.assert(
    fc.asyncProperty(
      fc.array(characters, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      async (name, from, more) => {
        const whole = name.join('');
        fc.pre(whole.trim() !== '' && /[^ ·]/.test(whole));
        const first = from % whole.length;
        const part = whole.slice(first, first + 1 + (more % whole.length));
        fc.pre(/[^ ·]/.test(part));
        const id = await person(whole);
        const { by } = await findNamed(database, part);
        const found = by.find(({ kind }) => kind === 'person');
        expect(found?.subjects ?? [id]).toContain(id);
        await database.user.delete({ where: { id } });
      },
    ),
    { numRuns: 60 },
  );
});

test('a unit is found by part of its name; of a part that means many, only that is said', async () => {
  const names = Array.from({ length: 201 }, (_, index) => `库车市第${index + 1}机械厂`);
  const rows = names.map((name, index) => ({ id: `u-${index + 1}`, name, kind: 'public_institution' }));
  await database.unit.createMany({ data: rows });
  expect((await findNamed(database, '第17机')).by).toEqual([{ kind: 'unit', subjects: ['u-17'] }]);
  expect((await findNamed(database, 'kcs')).by).toEqual([{ kind: 'unit', subjects: null }]);
});

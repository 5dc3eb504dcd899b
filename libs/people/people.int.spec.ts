import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshStore, type TestStore } from '../../test/support/store.ts';
import { contactsOf, getPeople, getText, putContact, putPerson, putText, replaceContact } from './people.ts';

const ada = { id: 'p-1', firstName: 'Ada', lastName: 'Archer', email: 'ada@school.example.org' };
const ben = { id: 'p-2', firstName: 'Ben', lastName: 'Baker', email: 'ben@school.example.org' };

describe('the people store', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
  }, 60_000);
  afterAll(() => store.close());

  it('keeps people and texts by id; a retry changes nothing', async () => {
    await putPerson(store.app, ada);
    await putPerson(store.app, { ...ada, email: 'other@school.example.org' });
    await putPerson(store.app, ben);
    expect(await getPeople(store.app, ['p-2', 'p-1', 'p-9'])).toEqual([ada, ben]);
    await putText(store.app, { id: 't-1', body: 'We should like to take part.' });
    await putText(store.app, { id: 't-1', body: 'Other words.' });
    expect(await getText(store.app, 't-1')).toBe('We should like to take part.');
    expect(await getText(store.app, 't-9')).toBeNull();
  });

  it('knows who stands in which role for a journey', async () => {
    await putContact(store.app, { journey: '100001-primary', role: 'headteacher', person: 'p-2' });
    await putContact(store.app, { journey: '100001-primary', role: 'applicant', person: 'p-1' });
    await putContact(store.app, { journey: '100001-primary', role: 'applicant', person: 'p-1' });
    expect(await contactsOf(store.app, '100001-primary')).toEqual([{ ...ada, role: 'applicant' }, { ...ben, role: 'headteacher' }]);
    expect(await contactsOf(store.app, '100001-primary', ['headteacher'])).toEqual([{ ...ben, role: 'headteacher' }]);
    expect(await contactsOf(store.app, '100001-primary', [])).toEqual([]);
    expect(await contactsOf(store.app, '100002-primary')).toEqual([]);
  });

  it('knows one in a role where another takes over, that role and journey alone', async () => {
    await putContact(store.app, { journey: '100003-primary', role: 'headteacher', person: 'p-2' });
    await replaceContact(store.app, { journey: '100001-primary', role: 'headteacher', person: 'p-1' });
    await replaceContact(store.app, { journey: '100001-primary', role: 'headteacher', person: 'p-1' });
    expect(await contactsOf(store.app, '100001-primary')).toEqual([{ ...ada, role: 'applicant' }, { ...ada, role: 'headteacher' }]);
    expect(await contactsOf(store.app, '100003-primary')).toEqual([{ ...ben, role: 'headteacher' }]);
  });

  it('names nobody when it is refused', async () => {
    const error: unknown = await putContact(store.app, { journey: 'ada@school.example.org', role: 'applicant', person: 'ada@school.example.org' }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'database-error', sqlState: '23503' });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('ada');
  });
});

import { call, day, entry, OFFICER, searchFor } from './person.ts';

/** Something in every part of the city, as on a working day, so that whoever looks at a part sees more than an empty room. */
export function busyCity(): Promise<void> {
  return (once ??= fill());
}

let once: Promise<void> | undefined;

async function fill(): Promise<void> {
  const purpose = (searchFor('9KZX418') as { purpose: object }).purpose;
  const window = { from: new Date(Date.now() - 86_400_000).toISOString(), to: new Date(Date.now() - 60_000).toISOString() };
  const found = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { rows: { readId: string }[]; entryId: string };
  const hold = {
    kind: 'preservation', caseNumber: '26-000117', authority: 'Letter 12 of the county prosecutor', party: 'prosecution', role: 'records-officer',
    reads: found.rows.slice(0, 1).map(({ readId }) => ({ readId, namedBy: found.entryId })),
  };
  const requester = { agency: 'Capital City Police Department', ori: 'XX0000003', person: 'Detective Ida Moss', class: 'in-state-law-enforcement', state: 'XX' };
  const list = { source: 'sheriff', agency: 'Capital County Sheriff', layout: 'generic', maxAgeHours: 24, role: 'system-admin' };
  const suppressed = { source: 'ncic', plate: '4NME230', state: 'CA', caseNumber: '26-000121', reason: 'Recovered in June; the record was not cleared', expires: new Date(`${day(20)}T00:00:00Z`).toISOString() };
  await asked(OFFICER, '/v1/search-requests', { pattern: '7TST1?4', ...window, purpose });
  await asked(OFFICER, '/v1/hot-list-entries', entry('7LKG118', 'Seen leaving the pharmacy on Elm Street after the burglary'));
  await asked('records-zhou', '/v1/holds', hold);
  await asked('records-zhou', '/v1/grants', { requester, scope: { plates: [{ plate: '7TST124', state: 'CA' }], cameraIds: [], ...window }, purpose });
  await asked('records-zhou', '/v1/suppressions', suppressed);
  await asked('admin-hale', '/v1/lists', list);
  await asked('admin-hale', '/v1/people/officer-lund/factor-resets', { reason: 'The phone was stolen on Saturday' });
}

/** What is there already, of an earlier run or another test, is as good. */
async function asked(person: string, path: string, body: object): Promise<void> {
  const { status } = await call(person, 'POST', path, body);
  if (status >= 300 && status !== 409) throw new Error(`${person} was answered ${status} by ${path}`);
}

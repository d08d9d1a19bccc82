import { get, type Schemas, type Trouble } from './api.ts';

/** A row that a search answered, and the ledger's entry of the page that answered it. */
export type NamedRow = Schemas['Row'] & { namedBy: string; leafHash: string };

const COLUMNS: readonly [name: string, of: (row: NamedRow) => string | number | boolean][] = [
  ['read', (row) => row.readId],
  ['captured_at', (row) => row.capturedAt],
  ['plate', (row) => row.plate],
  ['state', (row) => row.state?.code ?? ''],
  ['match', (row) => row.match],
  ['confidence', (row) => row.confidence],
  ['camera', (row) => row.cameraId],
  ['latitude', (row) => row.latitude],
  ['longitude', (row) => row.longitude],
  ['clock_doubtful', (row) => row.skewed],
  ['entry', (row) => row.namedBy],
  ['leaf_hash', (row) => row.leafHash],
];

/** RFC 4180. A text that a spreadsheet would run as a formula begins with an apostrophe; numbers of our own stay numbers. */
function cell(value: string | number | boolean): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvOf(rows: readonly NamedRow[]): string {
  return [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

/** Gives the person a file. It is made in this page and asked of nobody. */
export function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Saves the rows, and of each page of them the ledger's proof that the search was entered, as `scripts/verify-ledger --receipt` reads it.
 * Without every proof nothing is saved: within a minute the ledger has sealed the newest.
 */
export async function saveWithProof(rows: readonly NamedRow[]): Promise<Trouble | undefined> {
  const proofs: [name: string, text: string][] = [];
  for (const entryId of new Set(rows.map((row) => row.namedBy))) {
    const answer = await get('/v1/ledger/proofs/{entryId}', { entryId });
    if (!answer.ok) return answer.trouble;
    proofs.push([`${entryId}.proof.json`, JSON.stringify(answer.data)]);
  }
  save(`search-${rows[0]?.namedBy ?? ''}.csv`, new Blob([csvOf(rows)], { type: 'text/csv' }));
  for (const [name, text] of proofs) save(name, new Blob([text], { type: 'application/json' }));
  return undefined;
}

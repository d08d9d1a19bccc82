import { records } from './csv.ts';
import { count, type Day, difference, published } from './figures.ts';
import { hex, NotVerified, type Read, sha256, text, together, type VerifiedLog, verifyNote } from './log.ts';

type Row = Record<string, string>;

/** Of cameras.geojson (RFC 7946). */
export interface Camera {
  id: string;
  geometry: { coordinates: [longitude: number, latitude: number] } | null;
  properties: { name?: string; zone: string; kind: 'fixed' | 'mobile'; operator: string; state: string; installed: string; retired?: string; direction?: number };
}

/** Of audit-findings.json. */
export interface Audits {
  weekly_reviews: { week: string; state: string; missed: boolean; questioned?: number }[];
  conduct_reviews: { opened: string; state: string; finding?: string }[];
  findings: Record<string, number>;
  hot_list_audits: { hour?: string; due?: string; missed?: boolean; entries?: number; questioned?: number }[];
  hot_list_audit_overdue: boolean;
  hot_list_entry_reviews_missed: number;
}

/** The data set of this city, whose list of files was signed with the checkpoint that it was made from. */
export interface DataSet {
  size: number;
  root: string;
  days: Day[];
  changes: Row[];
  lists: Row[];
  grants: Row[];
  quality: Row[];
  districts: Row[];
  cameras: Camera[];
  audits?: Audits;
  /** The document that rules, to the letter. */
  policy?: string;
  file: (name: string) => Promise<string>;
  names: string[];
}

const FORMAT = 'passby-data-set/1';
const POLICY = 'policy.json';

export async function verifyData(key: string, read: Read): Promise<DataSet> {
  const [format, , size = '', root = '', listed = ''] = await verifyNote(key, await read('signed.txt'));
  if (format !== FORMAT) throw new NotVerified('what is signed is not a data set');
  const list = await read('files.csv');
  if ((await hash(list)) !== listed) throw new NotVerified('the list of files is not the one that was signed');
  const hashes = new Map(records(text(list)).map((row) => [row['file'] ?? '', row['sha256'] ?? '']));
  const file = async (name: string) => {
    const bytes = await read(name);
    if ((await hash(bytes)) !== hashes.get(name)) throw new NotVerified(`${name} is not the file that was signed`);
    return text(bytes);
  };
  const optional = async <T>(name: string, parse: (text: string) => T, absent: T) => (hashes.has(name) ? parse(await file(name)) : absent);
  const [days, changes, lists, grants, quality, districts, cameras, audits, policy] = await Promise.all([
    file('daily.csv').then(records).then(published),
    optional('changes.csv', records, []),
    optional('hotlists.csv', records, []),
    optional('grants.csv', records, []),
    optional('reading-quality.csv', records, []).then(newest),
    optional('districts.csv', records, []).then(newest),
    optional('cameras.geojson', (json) => (JSON.parse(json) as { features: Camera[] }).features, []),
    optional('audit-findings.json', (json) => JSON.parse(json) as Audits | undefined, undefined),
    optional(POLICY, (json) => json as string | undefined, undefined),
  ]);
  const documents = { ...(audits === undefined ? {} : { audits }), ...(policy === undefined ? {} : { policy }) };
  return { size: Number(size), root, days, changes, lists, grants, quality, districts, cameras, ...documents, file, names: [...hashes.keys()] };
}

/** Rows of the last day that was told. */
function newest(rows: Row[]): Row[] {
  return rows.filter(({ entry }) => entry === rows.at(-1)?.['entry']);
}

/** Counts every figure again from the log, with the fields that the city opened, each compared with its commitment. */
export async function recount(data: DataSet, log: VerifiedLog): Promise<void> {
  if (data.size > log.size || (await log.rootAt(data.size)) !== data.root) throw new NotVerified('the data was made from another ledger');
  if (data.policy !== undefined && (await hash(new TextEncoder().encode(data.policy))) !== log.entries[data.size - 1]?.policy) {
    throw new NotVerified(`${POLICY} is not the policy that the newest entry names`);
  }
  const opened = new Map<number, Record<string, string>>();
  const names = data.names.filter((file) => file.startsWith('openings/'));
  const files = await together(names, (name) => data.file(name));
  for (const [index, name] of names.entries()) {
    for (const { entry = '', id = '', field = '', salt = '', value = '' } of records(files[index] ?? '')) {
      const sealed = log.entries[Number(entry)];
      if (sealed?.id !== id || (await commitment(id, field, salt, value)) !== sealed.committed[field]) {
        throw new NotVerified(`${name} opens entry ${entry} with something else than was committed`);
      }
      opened.set(Number(entry), { ...opened.get(Number(entry)), [field]: value });
    }
  }
  const differs = difference(data.days, count(log.entries.slice(0, data.size), opened));
  if (differs !== '') throw new NotVerified(differs);
}

/** SHA-256("passby/c1", entry id, field, salt, value), every part behind its length in four bytes. */
async function commitment(id: string, field: string, salt: string, value: string): Promise<string> {
  const utf8 = new TextEncoder();
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  const parts = [utf8.encode('passby/c1'), utf8.encode(id), utf8.encode(field), bytes, utf8.encode(value)];
  return hex(await sha256(...parts.flatMap((part) => [length(part.length), part])));
}

function length(bytes: number): Uint8Array {
  return new Uint8Array([bytes >>> 24, bytes >>> 16, bytes >>> 8, bytes]);
}

async function hash(bytes: Uint8Array): Promise<string> {
  return hex(await sha256(bytes));
}

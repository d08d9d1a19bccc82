import type { Entry } from './log.ts';

/** What an entry and its opened fields add to each figure of its day, as the data dictionary says in words. */
type Opened = Record<string, string>;
type Rule = (entry: Entry, opened: Opened) => number;

const done = (type: string): Rule => (entry) => Number(entry.type === type && entry.outcome === 'done');
const step = (entry: Entry, opened: Opened, name: string) => entry.type === 'hit-step' && entry.outcome === 'done' && opened['action'] === name;
const stepped = (name: string): Rule => (entry, opened) => Number(step(entry, opened, name));
const ended = (name: string): Rule => (entry, opened) =>
  Number(step(entry, opened, 'disposition') && (opened['reason'] ?? '').split(', ').includes(name));

interface Counts {
  rows?: Record<string, number>;
  at?: string;
  earliest?: string;
  [count: string]: unknown;
}

function counts(entry: Entry, opened: Opened, type: string): Counts {
  return entry.type === type && entry.outcome === 'done' && opened['counts'] !== undefined ? (JSON.parse(opened['counts']) as Counts) : {};
}

const counted = (...names: string[]): Rule => (entry, opened) => {
  const all = counts(entry, opened, 'counted');
  return names.reduce((sum, name) => sum + (typeof all[name] === 'number' ? all[name] : 0), 0);
};

function purgeLag(entry: Entry, opened: Opened): number {
  const { at, earliest } = counts(entry, opened, 'rows-purged');
  return at === undefined || earliest === undefined ? 0 : Math.max(0, Math.trunc((Date.parse(at) - Date.parse(earliest)) / 1_000));
}

export const FIGURES = {
  entries: () => 1,
  frames_read: counted('frame-with-plates', 'frame-no-plate'),
  reads: counted('read'),
  searches: done('search'),
  searches_refused: (entry) => Number(entry.type === 'search' && entry.outcome === 'refused'),
  reasons_judged: counted('reason-judged'),
  reasons_vague: counted('reason-vague'),
  pictures_opened: done('read-picture-streamed'),
  hits: done('hit-raised'),
  hits_rejected: stepped('rejected'),
  misreads: (entry, opened) => Number(step(entry, opened, 'rejected') && opened['reason'] === 'misread'),
  hits_confirmed: stepped('confirmed'),
  hits_not_confirmed: stepped('not-confirmed'),
  contacts: stepped('contact'),
  contacts_unconfirmed: done('contact-unconfirmed'),
  stops: ended('stop'),
  recoveries: ended('recovery'),
  arrests: ended('arrest'),
  false_alerts: ended('false-alert'),
  entries_listed: done('hot-list-entry-added'),
  lists_imported: done('list-imported'),
  purge_runs: done('rows-purged'),
  rows_purged: (entry, opened) => Object.values(counts(entry, opened, 'rows-purged').rows ?? {}).reduce((sum, rows) => sum + rows, 0),
  purge_lag_max: purgeLag,
  settings_changed: done('policy-changed'),
  settings_requested: done('policy-requested'),
  access_granted: done('access-granted'),
  access_revoked: done('access-revoked'),
  holds_placed: done('hold-placed'),
  evidence_exported: done('evidence-exported'),
  grants_requested: done('grant-requested'),
  grants_released: done('grant-released'),
  reviews_approved: done('review-approved'),
  reviews_missed: done('review-missed'),
  ledger_read: (entry) => Number(entry.outcome === 'done' && ['ledger-viewed', 'ledger-exported', 'ledger-disclosed'].includes(entry.type)),
  requests_refused: (entry) => Number(entry.outcome === 'refused'),
} as const satisfies Record<string, Rule>;

export type Figure = keyof typeof FIGURES;

/** The figures of a day. */
export type Day = { day: string } & Record<Figure, number>;

const NAMES = Object.keys(FIGURES) as Figure[];

/** Of all days together: the largest of what is a maximum, the sum of everything else. */
export function total(days: readonly Day[], figure: Figure): number {
  return days.reduce((all, day) => merged(figure, all, day[figure]), 0);
}

function merged(figure: Figure, one: number, other: number): number {
  return figure === 'purge_lag_max' ? Math.max(one, other) : one + other;
}

/** Counted from entries, each UTC day between the first and the last. */
export function count(entries: readonly Entry[], opened: ReadonlyMap<number, Opened>): Day[] {
  const hours = entries.map((entry) => entry.hour.slice(0, 10)).sort();
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = new Map<string, Day>();
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
    const name = new Date(day).toISOString().slice(0, 10);
    days.set(name, { day: name, ...Object.fromEntries(NAMES.map((figure) => [figure, 0])) } as Day);
  }
  entries.forEach((entry, index) => {
    const day = days.get(entry.hour.slice(0, 10)) as Day;
    for (const figure of NAMES) day[figure] = merged(figure, day[figure], FIGURES[figure](entry, opened.get(index) ?? {}));
  });
  return [...days.values()];
}

/** Of daily.csv. */
export function published(rows: readonly Record<string, string>[]): Day[] {
  return rows.map((row) => ({ day: row['day'] ?? '', ...Object.fromEntries(NAMES.map((figure) => [figure, Number(row[figure])])) }) as Day);
}

/** The first figure that differs, in words; empty when none does. */
export function difference(theirs: readonly Day[], ours: readonly Day[]): string {
  if (theirs.length !== ours.length) return `daily.csv has ${theirs.length} days, the ledger ${ours.length}`;
  for (const [index, day] of ours.entries()) {
    const row = theirs[index] as Day;
    const figure = (['day', ...NAMES] as const).find((name) => row[name] !== day[name]);
    if (figure !== undefined) return `${figure} of ${day.day} is ${row[figure]} in daily.csv and ${day[figure]} in the ledger`;
  }
  return '';
}

import type { Entry } from './log.ts';

/** Every number of the page, counted from the entries of the log and from nothing else. */
export const FIGURES = {
  searches: (entry: Entry) => entry.type === 'search' && entry.outcome === 'done',
  searchesRefused: (entry: Entry) => entry.type === 'search' && entry.outcome === 'refused',
  picturesOpened: (entry: Entry) => entry.type === 'read-picture-streamed' && entry.outcome === 'done',
  hits: (entry: Entry) => entry.type === 'hit-raised',
  contactsUnconfirmed: (entry: Entry) => entry.type === 'contact-unconfirmed',
  entriesListed: (entry: Entry) => entry.type === 'hot-list-entry-added' && entry.outcome === 'done',
  purges: (entry: Entry) => entry.type === 'rows-purged',
  policyChanges: (entry: Entry) => entry.type === 'policy-changed',
  policyRequests: (entry: Entry) => entry.type === 'policy-requested',
  refusals: (entry: Entry) => entry.outcome === 'refused',
  ledgerRead: (entry: Entry) => entry.type === 'ledger-viewed' || entry.type === 'ledger-exported' || entry.type === 'ledger-disclosed',
} as const;

export type Figure = keyof typeof FIGURES;

export function count(entries: readonly Entry[], figure: Figure): number {
  return entries.filter(FIGURES[figure]).length;
}

/** By UTC day, each day between the first and the last entry, days without any too. */
export function byDay(entries: readonly Entry[], figure: Figure): [day: string, count: number][] {
  const days = entries.map((entry) => entry.hour.slice(0, 10)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = new Map<string, number>();
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) counts.set(new Date(day).toISOString().slice(0, 10), 0);
  for (const entry of entries.filter(FIGURES[figure])) {
    const day = entry.hour.slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts];
}

/** The same figures as a file: one row a day, so that anybody can plot or join them. */
export function csv(entries: readonly Entry[]): string {
  const figures = Object.keys(FIGURES) as Figure[];
  const columns = figures.map((figure) => new Map(byDay(entries, figure)));
  const days = [...(columns[0]?.keys() ?? [])];
  const rows = days.map((day) => [day, ...columns.map((column) => column.get(day) ?? 0)].join(','));
  return [`day,${figures.join(',')}`, ...rows, ''].join('\r\n');
}

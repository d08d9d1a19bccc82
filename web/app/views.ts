import type { ComponentType } from 'preact';
import type { Schemas } from './api.ts';

/** A duty, as the city's registry names it. The registry decides what each may do; here it only chooses what is shown first. */
export type Duty = Schemas['Person']['roles'][number];

export const DUTIES: Record<Duty, string> = {
  operator: 'Officer',
  'program-manager': 'Program Manager',
  chief: 'Chief',
  'records-officer': 'Records officer',
  auditor: 'Auditor',
  'system-admin': 'Administrator',
  vendor: 'Vendor',
};

export interface ViewProps {
  /** What stands in the address behind the part's own name. */
  rest: string;
  /** What the person works as now. */
  duty: Duty;
}

/** One part of the app. A new one is its own file in views/ and a row below. */
export interface View {
  path: string;
  title: string;
  duties: readonly Duty[];
  load: () => Promise<{ default: ComponentType<ViewProps> }>;
}

const GOVERNING: readonly Duty[] = ['program-manager', 'chief', 'records-officer', 'system-admin'];
const EVERYBODY = Object.keys(DUTIES) as Duty[];

export const VIEWS: readonly View[] = [
  { path: 'hits', title: 'Hits', duties: ['operator'], load: () => import('./views/hits.tsx') },
  { path: 'search', title: 'Search', duties: ['operator'], load: () => import('./views/search.tsx') },
  { path: 'by-camera', title: 'By camera', duties: ['operator'], load: () => import('./views/by-camera.tsx') },
  { path: 'entries', title: 'Hot list', duties: ['operator', 'program-manager'], load: () => import('./views/entries.tsx') },
  { path: 'alerts', title: 'Alerts', duties: ['operator', 'program-manager'], load: () => import('./views/alerts.tsx') },
  { path: 'my-plates', title: 'My plates', duties: ['operator'], load: () => import('./views/my-plates.tsx') },
  { path: 'approvals', title: 'Approvals', duties: GOVERNING, load: () => import('./views/approvals.tsx') },
  { path: 'lists', title: 'Lists', duties: [...GOVERNING, 'auditor'], load: () => import('./views/lists.tsx') },
  { path: 'suppressions', title: 'Stopped in error', duties: ['program-manager', 'chief', 'records-officer', 'auditor'], load: () => import('./views/suppressions.tsx') },
  { path: 'audits', title: 'Audits', duties: ['program-manager'], load: () => import('./views/audits.tsx') },
  { path: 'holds', title: 'Holds', duties: ['records-officer', 'chief', 'program-manager', 'auditor'], load: () => import('./views/holds.tsx') },
  { path: 'requests', title: 'Requests', duties: ['records-officer', 'program-manager', 'auditor'], load: () => import('./views/requests.tsx') },
  { path: 'samples', title: 'Samples', duties: ['records-officer'], load: () => import('./views/samples.tsx') },
  { path: 'misreads', title: 'Misreads', duties: ['program-manager', 'auditor', 'records-officer'], load: () => import('./views/misreads.tsx') },
  { path: 'reviews', title: 'Reviews', duties: ['auditor', 'chief', 'program-manager'], load: () => import('./views/reviews.tsx') },
  { path: 'conduct', title: 'Conduct', duties: ['auditor', 'program-manager'], load: () => import('./views/conduct.tsx') },
  { path: 'decoys', title: 'Decoys', duties: ['auditor'], load: () => import('./views/decoys.tsx') },
  { path: 'hours', title: 'Duty hours', duties: ['program-manager'], load: () => import('./views/hours.tsx') },
  { path: 'people', title: 'People', duties: ['chief', 'program-manager'], load: () => import('./views/people.tsx') },
  { path: 'factors', title: 'Second factors', duties: ['chief', 'program-manager', 'system-admin'], load: () => import('./views/factors.tsx') },
  { path: 'cameras', title: 'Cameras', duties: ['system-admin', 'program-manager', 'auditor'], load: () => import('./views/cameras.tsx') },
  { path: 'retention', title: 'Retention', duties: [...GOVERNING, 'auditor'], load: () => import('./views/retention.tsx') },
  { path: 'policy', title: 'Policy', duties: EVERYBODY, load: () => import('./views/policy.tsx') },
  { path: 'ledger', title: 'Ledger', duties: ['auditor', 'program-manager', 'chief'], load: () => import('./views/ledger.tsx') },
  { path: 'disclosures', title: 'Disclosures', duties: ['records-officer'], load: () => import('./views/disclosures.tsx') },
  { path: 'own', title: 'My entries', duties: EVERYBODY, load: () => import('./views/own.tsx') },
];

export function viewsFor(duty: Duty): readonly View[] {
  return VIEWS.filter((view) => view.duties.includes(duty));
}

import type { Figure } from './figures.ts';

export type Group = 'searches' | 'hits' | 'reading' | 'forgetting' | 'rules' | 'outside' | 'checks';

/** What belongs together, and what residents ask for first; a test finds every figure in one of them. */
export const GROUPS: Record<Group, readonly Figure[]> = {
  searches: ['searches', 'searches_refused', 'pictures_opened', 'requests_refused', 'reasons_judged', 'reasons_vague'],
  hits: ['hits', 'hits_rejected', 'false_alerts', 'hits_confirmed', 'hits_not_confirmed', 'contacts', 'contacts_unconfirmed', 'stops', 'arrests', 'recoveries'],
  reading: ['frames_read', 'reads', 'misreads'],
  forgetting: ['purge_lag_max', 'rows_purged', 'purge_runs', 'holds_placed'],
  rules: ['settings_changed', 'settings_requested', 'entries_listed', 'lists_imported', 'access_granted', 'access_revoked'],
  outside: ['grants_requested', 'grants_released', 'evidence_exported'],
  checks: ['entries', 'ledger_read', 'reviews_approved', 'reviews_missed'],
};

import type { Hit, Schemas, Trouble } from './api.ts';

/** What the API says in codes, in the words of the people who work with it. The types keep every list complete. */

export const MATCH: Record<Schemas['MatchType'], string> = {
  exact: 'Every character and the state agree',
  'o0-fold': 'Agrees, with letter O and digit 0 taken as one',
  'ocr-equivalent': 'Agrees only when look-alike characters are taken as one',
  'state-unknown': 'Characters agree; the issuing state is not known',
  'state-mismatch': 'Characters agree; the issuing state is another',
  wildcard: 'Agrees with a part of a plate',
  partial: 'Agrees in part',
  description: 'Agrees with a description, not with a plate',
};

export const CATEGORY: Record<Schemas['Category'], string> = {
  bolo: 'Be on the lookout',
  'stolen-vehicle': 'Stolen vehicle',
  'stolen-plate': 'Stolen plate',
  'missing-person': 'Missing person',
  'amber-alert': 'Amber alert',
  'silver-alert': 'Silver alert',
  'blue-alert': 'Blue alert',
  'child-abduction': 'Child abduction',
  'wanted-person': 'Wanted person',
  'sex-offender': 'Sex offender',
  'terrorist-watch-list': 'Terrorist watch list',
  'protection-order': 'Protection order',
  investigative: 'Investigative',
};

export const CAUTION: Record<Hit['cautions'][number], string> = {
  'camera-retired': 'The camera was already retired.',
  'camera-suspended': 'The camera is suspended: what it reports is not believed.',
  'camera-quarantined': 'The camera misreads too many plates: read the plate on the picture yourself.',
  'distant-sightings': 'Another camera saw this plate too far away for one car. One of the two is false.',
  'no-picture': 'The camera read the plate itself and sent no picture. The hit can be rejected, not matched.',
};

export const STATE: Record<Hit['state'], string> = {
  alerted: 'Nobody has looked yet',
  viewed: 'Looked at',
  'image-matched': 'Picture agrees',
  rejected: 'Rejected',
  'confirmation-requested': 'Waiting for the source',
  confirmed: 'Confirmed by the source',
  'not-confirmed': 'Not confirmed',
  contact: 'Vehicle contacted',
  disposition: 'Closed',
};

export const STEP: Record<Schemas['HitStep']['state'], string> = {
  viewed: 'Picture opened',
  'image-matched': 'Picture agrees with the entry',
  rejected: 'Rejected',
  'confirmation-requested': 'Confirmation asked for',
  confirmed: 'Confirmed',
  'not-confirmed': 'Not confirmed',
  contact: 'Vehicle contacted',
  disposition: 'Closed',
  escalated: 'Sent to everybody, as nobody had viewed it',
  'contact-unconfirmed': 'Contact without confirmation: refused and recorded',
};

export type RejectReason = NonNullable<Schemas['HitStep']['reason']>;
export const REJECT: Record<RejectReason, string> = {
  misread: 'Misread characters',
  'wrong-state': 'Wrong state',
  'folded-character': 'Look-alike character',
  'stale-entry': 'Entry is out of date',
  'wrong-vehicle': 'Wrong vehicle',
  other: 'Something else',
};

export type Disposition = NonNullable<Schemas['HitStep']['dispositions']>[number];
export const DISPOSITION: Record<Disposition, string> = {
  none: 'Nothing was done',
  stop: 'Stop',
  recovery: 'Recovery',
  arrest: 'Arrest',
  search: 'Search of the vehicle',
  release: 'Release',
  'false-alert': 'False alert',
};

export type Source = NonNullable<Schemas['HitStep']['source']>;
export const SOURCE: Record<Source, string> = { dispatch: 'Dispatch', mdt: 'Terminal in the car', ncic: 'NCIC' };

export const COLOUR: Record<Schemas['ColourName'], string> = {
  light: 'Light (white or silver)',
  dark: 'Dark (black or dark grey)',
  red: 'Red',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  brown: 'Brown',
};

/** What the picture told of the vehicle, for people to compare: nothing is ever matched by it. */
export function vehicleColour(colour: Schemas['VehicleColour']): string {
  return colour === null ? 'Vehicle: colour not told' : `Vehicle: ${COLOUR[colour.name].toLowerCase()}, told with ${Math.round(colour.confidence * 100)} %`;
}

export const OFFENCE: Record<Schemas['Purpose']['offenceCode'], string> = {
  '09A': 'Murder', '09B': 'Negligent manslaughter', '100': 'Kidnapping', '11A': 'Rape', '11B': 'Sodomy',
  '11C': 'Sexual assault with an object', '11D': 'Sexual assault', '120': 'Robbery', '13A': 'Aggravated assault',
  '13B': 'Simple assault', '13C': 'Intimidation', '200': 'Arson', '210': 'Extortion', '220': 'Burglary',
  '23B': 'Purse snatching', '23C': 'Shoplifting', '23D': 'Theft from a building', '23F': 'Theft from a vehicle',
  '23G': 'Theft of vehicle parts', '23H': 'Other larceny', '240': 'Motor vehicle theft', '250': 'Counterfeiting',
  '26A': 'Fraud', '26B': 'Card fraud', '26C': 'Impersonation', '26E': 'Wire fraud', '26F': 'Identity theft',
  '270': 'Embezzlement', '280': 'Stolen property', '290': 'Vandalism', '35A': 'Drug trafficking', '36B': 'Statutory rape',
  '64A': 'Human trafficking, commercial sex', '64B': 'Human trafficking, servitude', '370': 'Child exploitation',
  '360': 'Failure to register as a sex offender', '49B': 'Escape', '520': 'Weapons', '521': 'Explosives',
  '720': 'Animal cruelty', '90D': 'Driving under the influence', '90Z-HR': 'Hit and run', '90Z-WS': 'Service of a warrant',
  '90J': 'Trespass', PO: 'Protection order', MP: 'Missing person', EP: 'Endangered person', AA: 'Amber alert',
  SA: 'Silver alert', BA: 'Blue alert',
};

export const LEGAL_BASIS: Record<Schemas['Purpose']['legalBasis'], string> = {
  warrant: 'Warrant',
  'court-order': 'Court order',
  'probable-cause': 'Probable cause',
  'reasonable-suspicion': 'Reasonable suspicion',
  'exigent-circumstances': 'Exigent circumstances',
  'call-for-service': 'Call for service',
  'missing-or-endangered-person': 'Missing or endangered person',
};

export const ASSIGNMENT: Record<string, string> = {
  none: 'None',
  atf: 'ATF',
  dea: 'DEA',
  dhs: 'DHS',
  fbi: 'FBI',
  hidta: 'HIDTA',
  jttf: 'JTTF',
  'us-marshals': 'US Marshals',
  'state-task-force': 'State task force',
  'county-task-force': 'County task force',
};

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** A length of time in its largest whole unit, such as "3 hours"; never "0 seconds". */
export function span(seconds: number): string {
  const [size, name] = UNITS.find(([length]) => seconds >= length) ?? [1, 'second'];
  const count = Math.max(1, Math.floor(seconds / size));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

export function listAge(seconds: number): string {
  return seconds < 0 ? 'The age of the list is not known' : `The list was ${span(seconds)} old when it matched`;
}

/** What a person can do about it. */
export function trouble(of: Trouble): string {
  switch (of.kind) {
    case 'problem':
      return [of.problem.detail, ...(of.problem.reasons ?? [])].join(' ');
    case 'unreachable':
      return 'No answer came. This phone does not know whether it arrived: look again before you repeat it.';
    case 'unavailable':
      return 'The city cannot answer now (503). Nothing was done. Try again in a moment; use the radio meanwhile.';
    case 'signed-out':
      return 'Your sign-in ended before this was sent. Sign in again and repeat it; what you typed is still here.';
  }
}

/** Who decides beside somebody else, by role. */
export const DECIDING: Record<Schemas['NewDecision']['role'], string> = {
  chief: 'Chief',
  'program-manager': 'Program Manager',
  'records-officer': 'Records officer',
};

/** Who takes part in arming a list. */
export const ARMING: Record<Schemas['ListRole']['role'], string> = { ...DECIDING, 'system-admin': 'Administrator' };

export const HOLD_KIND: Record<Schemas['Hold']['kind'], string> = {
  criminal: 'Criminal case',
  civil: 'Civil case',
  discovery: 'Discovery',
  'other-lawful-action': 'Other lawful action',
  preservation: 'Preservation request',
};

/** What each parameter means to somebody who does not run the stack. */
export const PARAMETER: Record<Schemas['PolicyRequest']['changes'][number]['parameter'], string> = {
  ExcludedZones: 'Places where nothing is captured',
  Agency: 'The name of the agency',
  AgencyOri: 'The identifier of the agency',
  StateProfile: "Which state's rules are kept",
  NonHitRetention: 'How long reads that match nothing are kept',
  HitRetention: 'How long reads that matched are kept',
  ImageRetention: 'How long pictures are kept',
  HotListEntryRetention: 'How long a hot-list entry of the city lives at most',
  SearchRecordRetention: 'How long it is known who searched for what',
  LedgerRetention: 'How long nobody can delete entries of the ledger',
  RecognizerOrder: 'Which recogniser reads first',
  CameraUploadRate: 'How many frames a camera may announce in a minute',
  OutsideLists: 'Whether lists of other agencies are taken',
  ListFileCodes: 'Which files of the NCIC lists may bring',
  EscalateAfter: 'Minutes after which a hit that nobody has viewed is sent to everybody',
  SampleShare: 'Of a thousand reads, how many are considered for the random sample',
  MisreadLimit: 'Percent of misreads above which alerts of a camera are advisory',
  RateFloor: 'How many judged plates there must be before a rate is told',
  WarrantAfter: 'Hours after which a search needs the number of a warrant',
  Capture: 'Whether any frame is read at all',
};

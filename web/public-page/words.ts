import type { Figure } from './figures.ts';
import type { Group } from './groups.ts';
import { RULES_EN, RULES_ES, type RuleWords } from './rules.ts';

/** What the page says, for residents, in English and in Spanish. */
export interface Words {
  title: string;
  other: string;
  intro: string;
  checking: string;
  verified: (size: number, time: string, origin: string) => string;
  failed: string;
  unreachable: string;
  key: string;
  witnessed: (witnesses: number) => string;
  perDay: string;
  signed: (size: number) => string;
  again: string;
  dataTitle: string;
  changesTitle: string;
  changes: Record<string, string>;
  follow: string;
  listsTitle: string;
  noLists: string;
  listColumns: string[];
  grantsTitle: string;
  noGrants: string;
  unnamed: string;
  qualityTitle: string;
  noQuality: string;
  qualityColumns: string[];
  districtsTitle: string;
  noDistricts: string;
  districtColumns: string[];
  tooFew: string;
  grantColumns: string[];
  camerasTitle: string;
  camerasMap: string;
  noCameras: string;
  auditsTitle: string;
  weeks: (done: number, missed: number) => string;
  overdue: string;
  inTime: string;
  lastAudit: (hour: string, entries: number, questioned: number) => string;
  entryReviews: (missed: number) => string;
  conduct: (open: number, overdue: number) => string;
  findings: Record<string, string>;
  states: Record<string, string>;
  never: string[];
  neverTitle: string;
  elsewhere: string;
  rules: RuleWords;
  groups: Record<Group, string>;
  figures: Record<Figure, string>;
}

export const EN: Words = {
  title: 'What this city does with its license plate readers',
  other: 'Español',
  intro: 'Every search, every hit and every change of a setting is an entry of a public ledger that nobody can rewrite unseen. These are its figures since the first day, with a bar for each day.',
  checking: 'Reading and checking the ledger …',
  verified: (size, time, origin) => `Verified in your browser: ${size} entries of ${origin} were read and every figure counted again, up to ${time}.`,
  failed: 'Not verified. No number is shown, because the ledger is not what the city signed:',
  unreachable: 'The ledger could not be read now. No number is shown.',
  key: 'The key that was used. Compare it with the one that the city printed elsewhere:',
  witnessed: (witnesses) =>
    witnesses === 0
      ? 'UNWITNESSED: nobody but the city has signed this ledger, so nobody can tell whether it shows others another one.'
      : `Signed by ${witnesses} beside the city. Whose signatures they are, scripts/verify-ledger tells with their keys.`,
  perDay: 'by day',
  signed: (size) => `Signed by the city: these figures were made from ${size} entries, and the files are those that were signed.`,
  again: 'Count every figure again in this browser (it reads the whole ledger)',
  dataTitle: 'The data, for anybody to use (CC0)',
  changesTitle: 'The newest changes',
  changes: {
    'policy-changed': 'A rule changed',
    'policy-requested': 'Somebody asked to loosen a rule',
    'list-proposed': 'A hot list of another agency was proposed',
    'list-accepted': 'Two people accepted a hot list of another agency',
    'list-suspended': 'A hot list was suspended',
    'list-imported': 'A hot list was taken in',
    'camera-registered': 'A camera was registered',
    'camera-retired': 'A camera was retired',
    'camera-suspended': 'A camera is no longer believed',
    'camera-resumed': 'A camera is believed again',
    'camera-captions-changed': "The parts of a camera's frames where no plate is read were changed",
    'grant-released': 'Reads were given to somebody outside',
    'grant-decided': 'A request from outside was decided',
    'camera-opted-in': 'A private owner let the city see what a camera reads',
    'camera-opted-out': 'A private owner took a camera back from the city',
    'camera-quarantined': 'A camera misreads too many plates: it pushes no alerts',
    'camera-quarantine-cleared': 'A camera that misread plates pushes alerts again',
    'access-granted': 'Somebody was given access',
    'access-revoked': "Somebody's access was ended",
    'person-appointed': 'The administrator of the account named somebody',
    'account-disabled': 'An account that nobody used was closed',
    'access-policies': 'A version of the program with other access policies was put in use',
  },
  follow: 'Follow the changes as a feed (Atom)',
  listsTitle: 'Lists of other agencies',
  noLists: 'This city takes no list of another agency.',
  listColumns: ['List', 'State', 'Age in hours', 'Entries', 'Rows refused, by file code', 'Files taken in'],
  grantsTitle: 'Requests from outside',
  noGrants: 'Nobody outside has asked for reads.',
  unnamed: 'Not said',
  qualityTitle: 'How often a plate is misread',
  noQuality: 'Too few plates were judged in the last four weeks to tell a rate.',
  qualityColumns: ['Judged by', 'Plates of four weeks', 'Misread', 'Share, with 95 % confidence'],
  districtsTitle: 'Hits by part of the city',
  noDistricts: 'Told every four weeks; not yet.',
  districtColumns: ['Part of the city', 'Cameras', 'Hits that officers looked at in four weeks', 'Rejected'],
  tooFew: 'too few to tell',
  grantColumns: ['Who asked', 'When', 'Offence', 'What became of it', 'Reads given'],
  camerasTitle: 'Cameras',
  camerasMap: 'Places of the cameras, numbered as in the list; each points where it looks. North is up.',
  noCameras: 'No camera is registered.',
  auditsTitle: 'Reviews and audits',
  weeks: (done, missed) => `Weekly reviews of the ledger: ${done} approved, ${missed} missed.`,
  overdue: 'The audit of the hot list is overdue.',
  inTime: 'No audit of the hot list is overdue.',
  lastAudit: (hour, entries, questioned) => `Last audit of the hot list: ${hour}; ${entries} entries, ${questioned} of them questioned.`,
  entryReviews: (missed) => `Entries about which nobody decided in time after their hit: ${missed}.`,
  conduct: (open, overdue) => `Reviews of somebody's conduct: ${open} open, ${overdue} overdue. What closed ones found:`,
  findings: {
    stalking: 'Somebody was followed',
    'non-police-use': 'Used for something that is no police work',
    'other-misuse': 'Misused otherwise',
    error: 'An error',
    'no-misuse': 'No misuse',
  },
  states: { hits: 'officers, of hits', samples: 'people, of a random sample', armed: 'alerts', 'too-old': 'too old, alerts nobody', proposed: 'proposed, alerts nobody', suspended: 'suspended', 'in-service': 'in service', retired: 'retired', fixed: 'fixed', mobile: 'mobile', requested: 'waits', 'refused-by-rule': 'refused by a rule', refused: 'refused', approved: 'approved', released: 'given' },
  neverTitle: 'What the ledger does not say',
  never: [
    'No plate, no name and nobody\'s whereabouts: they are sealed in it as commitments, which a court or a reporter can have opened one by one.',
    'Nothing of the last hours: entries become public a day later. Who holds a receipt can have it proved at once.',
  ],
  elsewhere: 'Check it yourself, without this page: scripts/verify-ledger, or any program that reads C2SP tlog-tiles.',
  rules: RULES_EN,
  groups: {
    searches: 'Searches',
    hits: 'Hits',
    reading: 'Reading plates',
    forgetting: 'Forgetting',
    rules: 'Rules, lists and people',
    outside: 'What others were given',
    checks: 'The ledger and its reviews',
  },
  figures: {
    entries: 'Entries of the ledger',
    frames_read: 'Pictures that were looked at',
    reads: 'Plates that were read',
    searches: 'Searches that were answered',
    searches_refused: 'Searches that were refused',
    reasons_judged: 'Reasons for searches that were judged',
    reasons_vague: 'Those of them that were too vague',
    pictures_opened: 'Pictures of found cars that were opened',
    hits: 'Hits: listed plates that were seen',
    hits_rejected: 'Hits that an officer rejected',
    misreads: 'Rejected hits whose plate was read wrongly',
    hits_confirmed: 'Hits that their source confirmed',
    hits_not_confirmed: 'Hits that were not confirmed in time, or not at all',
    contacts: 'Confirmed hits in which a car was contacted',
    contacts_unconfirmed: 'Cars that were contacted without a confirmation',
    stops: 'Hits that ended with a stop',
    recoveries: 'Hits that ended with a car or a person found',
    arrests: 'Hits that ended with an arrest',
    false_alerts: 'Hits that ended as false alerts',
    entries_listed: 'Plates that officers put on the hot list',
    lists_imported: 'Hot lists of other agencies that were taken in',
    purge_runs: 'Runs that deleted what was due',
    rows_purged: 'Rows that were deleted because they were due',
    purge_lag_max: 'Longest time that a row was kept past its date, in seconds',
    settings_changed: 'Changes of the rules that came into force',
    settings_requested: 'Requests to loosen a rule',
    access_granted: 'People who were given access, or more of it',
    access_revoked: 'People whose access was ended',
    holds_placed: 'Reads that were held as evidence',
    evidence_exported: 'Packages of evidence that left the city',
    grants_requested: 'Requests of other agencies that were filed',
    grants_released: 'Requests of other agencies that were answered with reads',
    reviews_approved: 'Weekly reviews that were done and approved',
    reviews_missed: 'Weekly reviews that were missed',
    ledger_read: 'Times that somebody read, exported or opened the ledger inside the city',
    requests_refused: 'Requests of any kind that were refused',
  },
};

export const ES: Words = {
  title: 'Qué hace esta ciudad con sus lectores de matrículas',
  other: 'English',
  intro: 'Cada búsqueda, cada coincidencia y cada cambio de configuración es una entrada de un registro público que nadie puede reescribir sin que se note. Estas son sus cifras desde el primer día, con una barra por cada día.',
  checking: 'Leyendo y comprobando el registro …',
  verified: (size, time, origin) => `Comprobado en su navegador: se leyeron ${size} entradas de ${origin} y se contó de nuevo cada cifra, hasta ${time}.`,
  failed: 'No comprobado. No se muestra ninguna cifra, porque el registro no es el que firmó la ciudad:',
  unreachable: 'El registro no se pudo leer ahora. No se muestra ninguna cifra.',
  key: 'La clave utilizada. Compárela con la que la ciudad publicó en otro lugar:',
  witnessed: (witnesses) =>
    witnesses === 0
      ? 'SIN TESTIGOS: nadie más que la ciudad ha firmado este registro, y nadie puede saber si a otros les muestra uno distinto.'
      : `Firmado por ${witnesses} además de la ciudad. De quién son las firmas lo dice scripts/verify-ledger con sus claves.`,
  perDay: 'por día',
  signed: (size) => `Firmado por la ciudad: estas cifras se hicieron con ${size} entradas, y los archivos son los que se firmaron.`,
  again: 'Contar de nuevo cada cifra en este navegador (lee todo el registro)',
  dataTitle: 'Los datos, para que cualquiera los use (CC0)',
  changesTitle: 'Los cambios más recientes',
  changes: {
    'policy-changed': 'Cambió una regla',
    'policy-requested': 'Alguien pidió relajar una regla',
    'list-proposed': 'Se propuso una lista de otra agencia',
    'list-accepted': 'Dos personas aceptaron una lista de otra agencia',
    'list-suspended': 'Se suspendió una lista',
    'list-imported': 'Se incorporó una lista',
    'camera-registered': 'Se registró una cámara',
    'camera-retired': 'Se retiró una cámara',
    'camera-suspended': 'Ya no se cree a una cámara',
    'camera-resumed': 'Se vuelve a creer a una cámara',
    'camera-captions-changed': 'Se cambiaron las partes de la imagen de una cámara en que no se lee ninguna matrícula',
    'grant-released': 'Se dieron lecturas a alguien de fuera',
    'grant-decided': 'Se decidió una petición de fuera',
    'camera-opted-in': 'Un dueño particular dejó que la ciudad vea lo que lee una cámara',
    'camera-opted-out': 'Un dueño particular retiró una cámara a la ciudad',
    'camera-quarantined': 'Una cámara lee mal demasiadas matrículas: no envía alertas',
    'camera-quarantine-cleared': 'Una cámara que leía mal matrículas vuelve a enviar alertas',
    'access-granted': 'Se dio acceso a alguien',
    'access-revoked': 'Se quitó el acceso a alguien',
    'person-appointed': 'El administrador de la cuenta nombró a alguien',
    'account-disabled': 'Se cerró una cuenta que nadie usaba',
    'access-policies': 'Entró en uso una versión del programa con otras reglas de acceso',
  },
  follow: 'Seguir los cambios (Atom)',
  listsTitle: 'Listas de otras agencias',
  noLists: 'Esta ciudad no usa listas de otras agencias.',
  listColumns: ['Lista', 'Estado', 'Horas desde su archivo', 'Entradas', 'Filas rechazadas, por código', 'Archivos incorporados'],
  grantsTitle: 'Peticiones de fuera',
  noGrants: 'Nadie de fuera ha pedido lecturas.',
  unnamed: 'Sin indicar',
  qualityTitle: 'Con qué frecuencia se lee mal una matrícula',
  noQuality: 'En las últimas cuatro semanas se juzgaron muy pocas matrículas para dar una tasa.',
  qualityColumns: ['Quién juzgó', 'Matrículas de cuatro semanas', 'Mal leídas', 'Proporción, con un 95 % de confianza'],
  districtsTitle: 'Coincidencias por zona de la ciudad',
  noDistricts: 'Se publica cada cuatro semanas; todavía no.',
  districtColumns: ['Zona de la ciudad', 'Cámaras', 'Coincidencias que los agentes vieron en cuatro semanas', 'Rechazadas'],
  tooFew: 'muy pocas para decirlo',
  grantColumns: ['Quién pidió', 'Cuándo', 'Delito', 'Qué pasó', 'Lecturas dadas'],
  camerasTitle: 'Cámaras',
  camerasMap: 'Lugares de las cámaras, numeradas como en la lista; cada una apunta hacia donde mira. El norte está arriba.',
  noCameras: 'No hay cámaras registradas.',
  auditsTitle: 'Revisiones y auditorías',
  weeks: (done, missed) => `Revisiones semanales del registro: ${done} aprobadas, ${missed} omitidas.`,
  overdue: 'La auditoría de la lista está atrasada.',
  inTime: 'Ninguna auditoría de la lista está atrasada.',
  lastAudit: (hour, entries, questioned) => `Última auditoría de la lista: ${hour}; ${entries} entradas, ${questioned} cuestionadas.`,
  entryReviews: (missed) => `Entradas sobre las que nadie decidió a tiempo tras su coincidencia: ${missed}.`,
  conduct: (open, overdue) => `Revisiones de la conducta de alguien: ${open} abiertas, ${overdue} atrasadas. Lo que hallaron las cerradas:`,
  findings: {
    stalking: 'Se siguió a alguien',
    'non-police-use': 'Uso ajeno al trabajo policial',
    'other-misuse': 'Otro abuso',
    error: 'Un error',
    'no-misuse': 'Ningún abuso',
  },
  states: { hits: 'agentes, de coincidencias', samples: 'personas, de una muestra al azar', armed: 'alerta', 'too-old': 'demasiado antigua, no alerta', proposed: 'propuesta, no alerta', suspended: 'suspendida', 'in-service': 'en servicio', retired: 'retirada', fixed: 'fija', mobile: 'móvil', requested: 'espera', 'refused-by-rule': 'rechazada por una regla', refused: 'rechazada', approved: 'aprobada', released: 'dadas' },
  neverTitle: 'Lo que el registro no dice',
  never: [
    'Ninguna matrícula, ningún nombre y el paradero de nadie: están sellados en él, y un tribunal o un periodista puede pedir que se abran uno por uno.',
    'Nada de las últimas horas: las entradas se publican un día después. Quien tiene un recibo puede pedir la prueba enseguida.',
  ],
  elsewhere: 'Compruébelo usted mismo, sin esta página: scripts/verify-ledger, o cualquier programa que lea C2SP tlog-tiles.',
  rules: RULES_ES,
  groups: {
    searches: 'Búsquedas',
    hits: 'Coincidencias',
    reading: 'Lectura de matrículas',
    forgetting: 'Olvido',
    rules: 'Reglas, listas y personas',
    outside: 'Lo que se dio a otros',
    checks: 'El registro y sus revisiones',
  },
  figures: {
    entries: 'Entradas del registro',
    frames_read: 'Imágenes que se examinaron',
    reads: 'Matrículas que se leyeron',
    searches: 'Búsquedas que fueron respondidas',
    searches_refused: 'Búsquedas que fueron rechazadas',
    reasons_judged: 'Motivos de búsquedas que se evaluaron',
    reasons_vague: 'De ellos, los que eran demasiado vagos',
    pictures_opened: 'Imágenes de vehículos encontrados que se abrieron',
    hits: 'Coincidencias: matrículas de la lista que fueron vistas',
    hits_rejected: 'Coincidencias que un agente rechazó',
    misreads: 'Coincidencias rechazadas porque la matrícula se leyó mal',
    hits_confirmed: 'Coincidencias que su fuente confirmó',
    hits_not_confirmed: 'Coincidencias no confirmadas, o no a tiempo',
    contacts: 'Coincidencias confirmadas en que se abordó un vehículo',
    contacts_unconfirmed: 'Vehículos abordados sin confirmación',
    stops: 'Coincidencias que acabaron en una parada',
    recoveries: 'Coincidencias que acabaron con un vehículo o una persona encontrados',
    arrests: 'Coincidencias que acabaron en un arresto',
    false_alerts: 'Coincidencias que acabaron como falsas alertas',
    entries_listed: 'Matrículas que los agentes pusieron en la lista',
    lists_imported: 'Listas de otras agencias que se incorporaron',
    purge_runs: 'Borrados de lo que había vencido',
    rows_purged: 'Filas que se borraron porque habían vencido',
    purge_lag_max: 'Mayor tiempo que una fila se guardó después de su fecha, en segundos',
    settings_changed: 'Cambios de las reglas que entraron en vigor',
    settings_requested: 'Peticiones de relajar una regla',
    access_granted: 'Personas que recibieron acceso, o más acceso',
    access_revoked: 'Personas cuyo acceso terminó',
    holds_placed: 'Lecturas que se guardaron como prueba',
    evidence_exported: 'Paquetes de pruebas que salieron de la ciudad',
    grants_requested: 'Peticiones de otros organismos que se registraron',
    grants_released: 'Peticiones de otros organismos que se respondieron con lecturas',
    reviews_approved: 'Revisiones semanales hechas y aprobadas',
    reviews_missed: 'Revisiones semanales que faltaron',
    ledger_read: 'Veces que alguien leyó, exportó o abrió el registro dentro de la ciudad',
    requests_refused: 'Peticiones de cualquier tipo que fueron rechazadas',
  },
};

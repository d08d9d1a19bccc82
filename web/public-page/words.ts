import type { Figure } from './figures.ts';

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
  perDay: string;
  download: string;
  never: string[];
  neverTitle: string;
  elsewhere: string;
  figures: Record<Figure, string>;
}

export const EN: Words = {
  title: 'What this city does with its license plate readers',
  other: 'Español',
  intro: 'Every search, every hit and every change of a setting is an entry of a public ledger that nobody can rewrite unseen. Your browser has just read that ledger and counted what follows by itself.',
  checking: 'Reading and checking the ledger …',
  verified: (size, time, origin) => `Verified in your browser: ${size} entries of ${origin}, complete up to ${time}.`,
  failed: 'Not verified. No number is shown, because the ledger is not what the city signed:',
  unreachable: 'The ledger could not be read now. No number is shown.',
  key: 'The key that was used. Compare it with the one that the city printed elsewhere:',
  perDay: 'by day',
  download: 'The same figures as CSV, by day',
  neverTitle: 'What the ledger does not say',
  never: [
    'No plate, no name and no place: they are sealed in it as commitments, which a court or a reporter can have opened one by one.',
    'Nothing of the last hours: entries become public a day later. Who holds a receipt can have it proved at once.',
  ],
  elsewhere: 'Check it yourself, without this page: scripts/verify-ledger, or any program that reads C2SP tlog-tiles.',
  figures: {
    searches: 'Searches for a plate that were answered',
    searchesRefused: 'Searches that were refused',
    picturesOpened: 'Pictures of found cars that were opened',
    hits: 'Hits: listed plates that were seen',
    contactsUnconfirmed: 'Cars that were contacted without a confirmation',
    entriesListed: 'Plates that officers put on the hot list',
    purges: 'Runs that deleted what was due',
    policyChanges: 'Changes of the rules that came into force',
    policyRequests: 'Requests to loosen a rule',
    refusals: 'Requests of any kind that were refused',
    ledgerRead: 'Times that somebody read, exported or opened the ledger inside the city',
  },
};

export const ES: Words = {
  title: 'Qué hace esta ciudad con sus lectores de matrículas',
  other: 'English',
  intro: 'Cada búsqueda, cada coincidencia y cada cambio de configuración es una entrada de un registro público que nadie puede reescribir sin que se note. Su navegador acaba de leer ese registro y ha contado por sí mismo lo que sigue.',
  checking: 'Leyendo y comprobando el registro …',
  verified: (size, time, origin) => `Comprobado en su navegador: ${size} entradas de ${origin}, completas hasta ${time}.`,
  failed: 'No comprobado. No se muestra ninguna cifra, porque el registro no es el que firmó la ciudad:',
  unreachable: 'El registro no se pudo leer ahora. No se muestra ninguna cifra.',
  key: 'La clave utilizada. Compárela con la que la ciudad publicó en otro lugar:',
  perDay: 'por día',
  download: 'Las mismas cifras en CSV, por día',
  neverTitle: 'Lo que el registro no dice',
  never: [
    'Ninguna matrícula, ningún nombre y ningún lugar: están sellados en él, y un tribunal o un periodista puede pedir que se abran uno por uno.',
    'Nada de las últimas horas: las entradas se publican un día después. Quien tiene un recibo puede pedir la prueba enseguida.',
  ],
  elsewhere: 'Compruébelo usted mismo, sin esta página: scripts/verify-ledger, o cualquier programa que lea C2SP tlog-tiles.',
  figures: {
    searches: 'Búsquedas de una matrícula que fueron respondidas',
    searchesRefused: 'Búsquedas que fueron rechazadas',
    picturesOpened: 'Imágenes de vehículos encontrados que se abrieron',
    hits: 'Coincidencias: matrículas de la lista que fueron vistas',
    contactsUnconfirmed: 'Vehículos abordados sin confirmación',
    entriesListed: 'Matrículas que los agentes pusieron en la lista',
    purges: 'Borrados de lo que había vencido',
    policyChanges: 'Cambios de las reglas que entraron en vigor',
    policyRequests: 'Peticiones de relajar una regla',
    refusals: 'Peticiones de cualquier tipo que fueron rechazadas',
    ledgerRead: 'Veces que alguien leyó, exportó o abrió el registro dentro de la ciudad',
  },
};

/** The document that rules, as a city's programs read it: what stands in none of an older format holds by default. */
export interface Policy {
  version: number;
  agency: string;
  /** A state's two letters, or "default". */
  profile: string;
  /** Such as "7d", or "flush". */
  nonHitRetention: string;
  hitRetentionDays: number;
  /** Such as "3d", or "as-read". */
  imageRetention?: string;
  recognizerOrder: string;
  capture?: string;
  bounds: { searchesPerHour: number; searchWindowDays: number; unapprovedEntryHours: number };
  alerting?: { outsideLists: string; fileCodes: string; escalateAfterMinutes: number };
  records?: { hotListEntryDays: number; searchRecordDays: number; ledgerDays: number };
  excludedZones?: { features: { properties: { kind: string } }[] };
  searches?: { warrantAfterHours: number };
  readers?: { sampleShareThousandths: number; misreadLimitPercent: number; floor: number };
}

/** What holds where a document says nothing of it; a test compares it with the programs. */
export const DEFAULTS = {
  imageRetention: 'as-read',
  capture: 'on',
  alerting: { outsideLists: 'taken', fileCodes: 'ABFLMPRVW', escalateAfterMinutes: 5 },
  records: { hotListEntryDays: 365, searchRecordDays: 732, ledgerDays: 2557 },
  excludedZones: { features: [] },
  searches: { warrantAfterHours: 0 },
  readers: { sampleShareThousandths: 20, misreadLimitPercent: 5, floor: 50 },
} satisfies Partial<Policy>;

type Full = Required<Policy>;

/** A rule in words: what it is about, and what holds. */
export type Rule = readonly [about: string, says: string];

export interface RuleWords {
  title: string;
  none: string;
  version: (version: number, agency: string) => string;
  neverDetected: string;
  whole: string;
  rules: (policy: Full) => Rule[];
}

/** The text of the document in words; every rule of it that a resident or an officer meets. */
export function rulesOf(document: string, words: RuleWords): { head: string; rules: Rule[] } {
  const policy = { ...DEFAULTS, ...(JSON.parse(document) as Policy) } as Full;
  return { head: words.version(policy.version, policy.agency), rules: words.rules(policy) };
}

function days(code: string): number {
  return Number(code.slice(0, -1));
}

/** How many places of each kind, such as "2 × school". */
function places({ features }: Full['excludedZones'], names: Record<string, string>): string {
  const kinds = [...new Set(features.map(({ properties }) => properties.kind))].sort();
  return kinds.map((kind) => `${features.filter(({ properties }) => properties.kind === kind).length} × ${names[kind] ?? kind}`).join(', ');
}

const KINDS_EN = { school: 'school', clinic: 'clinic', worship: 'place of worship', court: 'court', 'food-bank': 'food bank', 'immigration-office': 'immigration office' };
const KINDS_ES = { school: 'escuela', clinic: 'clínica', worship: 'lugar de culto', court: 'tribunal', 'food-bank': 'banco de alimentos', 'immigration-office': 'oficina de inmigración' };

export const RULES_EN: RuleWords = {
  title: 'The rules that are in force',
  none: 'The city has not published its rules yet.',
  version: (version, agency) => `Version ${version}, of ${agency}. These words are made from the document that the programs of the city read (policy.json); every entry of the ledger names its hash.`,
  neverDetected: 'Never detected: faces, people in or around a car, who travels with whom, the patterns of a life. There is no program for it.',
  whole: 'The whole policy in words: uses, prohibited purposes, who may do what',
  rules: ({ profile, nonHitRetention, hitRetentionDays, imageRetention, recognizerOrder, capture, bounds, alerting, records, excludedZones, searches, readers }) => [
    ['Cameras', capture === 'off' ? 'Capture is switched off: no picture is looked at' : 'Capture is on'],
    ['Whose law', profile === 'default' ? 'No state is named: the widest bounds of the program hold' : `The bounds of ${profile} hold; the city may only be stricter`],
    ['A car that nobody looks for', nonHitRetention === 'flush' ? 'Nothing is ever written down about it' : `Forgotten after ${days(nonHitRetention)} days`],
    ['A car that was on a list when it was seen', `Kept for ${hitRetentionDays} days`],
    ['Pictures', imageRetention === 'as-read' ? 'Shown as long as what was read on them is kept' : `Shown for ${days(imageRetention)} days at most`],
    ['A search', `Needs an offence, a case number, a legal basis and a reason, or it is refused. At most ${bounds.searchesPerHour} an hour for each officer, each over at most ${bounds.searchWindowDays} days`],
    ...(searches.warrantAfterHours === 0 ? [] : [['A search of older reads', `Needs the number of a warrant or a court's order from ${searches.warrantAfterHours} hours on`] as const]),
    ['A hit', 'Is a lead only: an officer compares the picture, and the source confirms the entry, before anybody is contacted'],
    ['A hit that nobody looks at', alerting.escalateAfterMinutes === 0 ? 'Is sent to nobody else' : `Is sent to every officer after ${alerting.escalateAfterMinutes} minutes`],
    ['What officers put on the hot list', `Ends after ${bounds.unapprovedEntryHours} hours unless a second person approves it, and after ${records.hotListEntryDays} days in any case`],
    ['Lists of other agencies', alerting.outsideLists === 'refused' ? 'None is taken' : `Taken, once two people accepted them; of NCIC these files alone: ${[...alerting.fileCodes].join(', ')}`],
    ['Who reads the pictures', recognizerOrder === 'container-only' ? 'A program of the city; no picture leaves it' : 'A program of the city, and Amazon Rekognition'],
    ['How reading is checked', `Of 1,000 reads ${readers.sampleShareThousandths} are considered for a random sample. A camera that misreads more than ${readers.misreadLimitPercent} % pushes no alerts. No rate is told of fewer than ${readers.floor} plates`],
    ['Places where nothing is captured', places(excludedZones, KINDS_EN) || 'None'],
    ['Who searched for what', `Can be opened for ${records.searchRecordDays} days`],
    ['Entries of the ledger', `Nobody can delete them for ${records.ledgerDays} days`],
  ],
};

export const RULES_ES: RuleWords = {
  title: 'Las reglas en vigor',
  none: 'La ciudad aún no ha publicado sus reglas.',
  version: (version, agency) => `Versión ${version}, de ${agency}. Estas palabras se hacen a partir del documento que leen los programas de la ciudad (policy.json); cada entrada del registro nombra su hash.`,
  neverDetected: 'Nunca se detectan: caras, personas dentro o cerca de un coche, quién viaja con quién, los hábitos de nadie. No hay programa para ello.',
  whole: 'La política completa en palabras (en inglés): usos, fines prohibidos, quién puede hacer qué',
  rules: ({ profile, nonHitRetention, hitRetentionDays, imageRetention, recognizerOrder, capture, bounds, alerting, records, excludedZones, searches, readers }) => [
    ['Cámaras', capture === 'off' ? 'La captura está apagada: no se examina ninguna imagen' : 'La captura está encendida'],
    ['Qué ley', profile === 'default' ? 'No se nombra ningún estado: valen los límites más amplios del programa' : `Valen los límites de ${profile}; la ciudad solo puede ser más estricta`],
    ['Un vehículo que nadie busca', nonHitRetention === 'flush' ? 'Nunca se anota nada sobre él' : `Se olvida a los ${days(nonHitRetention)} días`],
    ['Un vehículo que estaba en una lista al ser visto', `Se guarda ${hitRetentionDays} días`],
    ['Imágenes', imageRetention === 'as-read' ? 'Se muestran mientras se guarda lo que se leyó en ellas' : `Se muestran ${days(imageRetention)} días como máximo`],
    ['Una búsqueda', `Necesita un delito, un número de caso, una base legal y un motivo, o se rechaza. Como máximo ${bounds.searchesPerHour} por hora y agente, cada una sobre ${bounds.searchWindowDays} días como máximo`],
    ...(searches.warrantAfterHours === 0 ? [] : [['Una búsqueda de lecturas más antiguas', `Necesita el número de una orden judicial a partir de ${searches.warrantAfterHours} horas`] as const]),
    ['Una coincidencia', 'Es solo una pista: un agente compara la imagen, y la fuente confirma la entrada, antes de abordar a nadie'],
    ['Una coincidencia que nadie mira', alerting.escalateAfterMinutes === 0 ? 'No se envía a nadie más' : `Se envía a todos los agentes a los ${alerting.escalateAfterMinutes} minutos`],
    ['Lo que los agentes ponen en la lista', `Termina a las ${bounds.unapprovedEntryHours} horas si una segunda persona no lo aprueba, y a los ${records.hotListEntryDays} días en todo caso`],
    ['Listas de otras agencias', alerting.outsideLists === 'refused' ? 'No se acepta ninguna' : `Se aceptan, una vez que dos personas lo aprueban; de NCIC solo estos archivos: ${[...alerting.fileCodes].join(', ')}`],
    ['Quién lee las imágenes', recognizerOrder === 'container-only' ? 'Un programa de la ciudad; ninguna imagen sale de ella' : 'Un programa de la ciudad, y Amazon Rekognition'],
    ['Cómo se comprueba la lectura', `De cada 1.000 lecturas, ${readers.sampleShareThousandths} se consideran para una muestra al azar. Una cámara que lee mal más del ${readers.misreadLimitPercent} % no envía alertas. No se da ninguna tasa de menos de ${readers.floor} matrículas`],
    ['Lugares en que no se captura nada', places(excludedZones, KINDS_ES) || 'Ninguno'],
    ['Quién buscó qué', `Se puede abrir durante ${records.searchRecordDays} días`],
    ['Entradas del registro', `Nadie puede borrarlas durante ${records.ledgerDays} días`],
  ],
};

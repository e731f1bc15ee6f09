/** A room of the house: what its files may import; all else is forbidden. */
export interface Room {
  name: string;
  holds: RegExp;
  may: RegExp[];
  /** Types only: erased when compiled, so that they carry no code across a wall. */
  mayType?: RegExp[];
  /** Why a room may do what its neighbours may not. */
  because?: string;
}

const core = /^app\/core\//;
const useCases = /^app\/use-cases\//;
const components = /^app\/components\//;
/** The forms of what is published, and their reader. */
const storedForms =
  /^app\/core\/(?:text\/(?:stored-json|json-fields)|fieldwork\/published-wave|publication\/(?:published-(?:estimate|parallel-sample)|places\/published-places)|camera\/(?:camera|import-settings))\.ts$/;
const words = /^app\/i18n\//;
const papers = /^app\/papers\//;
const nodeModules = /^node:/;
const server = /^app\/server\//;
const staff = /^app\/staff\//;
const paths = /^app\/paths\//;
/** Modules directly under app/ that several rooms share, without the programs that start everything. */
const hall = /^app\/(?!server\.ts|start\.js|entry\.)[^/]+$/;
const anyPackageButDatabase = /^npm:(?!drizzle-orm|better-sqlite3)/;
const computingPackage =
  /^npm:(?!drizzle-orm|better-sqlite3|@remix-run\/|react\b|react-dom|express|chart\.js|survey-react-ui)/;

/** The first room that holds a file decides. */
export const rooms: readonly Room[] = [
  {
    name: 'the method',
    holds: core,
    may: [core, /^npm:(?:h3-js|d3-geo|iconv-lite|survey-core|zod)$/, /^node:crypto$/],
  },
  {
    name: 'the making of the demonstration city',
    holds: /^app\/demonstration\/[^/]+$/,
    may: [/^app\/demonstration\//, useCases, core, /^app\/(?:sealing|signing)\.server\.ts$/, nodeModules],
    mayType: [/^db\//],
    because: 'its waves go through the same verbs as real ones, with the answers that the seed made up',
  },
  {
    name: 'the seed of the demonstration city',
    holds: /^app\/demonstration\/seed\//,
    may: [core, /^app\/demonstration\/seed\//, nodeModules],
    mayType: [/^db\//],
    because: 'its residents answer by a model, and are stored by the thousand without a resident at a screen',
  },
  ...['accounts', 'fieldwork', 'results'].map((area) => ({
    name: `the ${area} database`,
    holds: new RegExp(`^db/${area}/`),
    may: [
      new RegExp(`^db/${area}/`),
      /^db\/(open|rebuild-table|checked-json|deflated)\.ts$/,
      storedForms,
      /^npm:drizzle-orm/,
    ],
    mayType: [core, /^npm:better-sqlite3$/],
    because: 'stored JSON is read back by the form in which it was written',
  })),
  {
    name: 'the constructor of databases',
    holds: /^db\/[^/]+$/,
    may: [/^db\/[^/]+$/, /^npm:(?:drizzle-orm|better-sqlite3)/, storedForms, nodeModules],
    mayType: [/^npm:zod$/],
  },
  {
    name: 'the addresses',
    holds: paths,
    may: [paths, /^app\/core\/questionnaire\/lint\/platform-names\.ts$/],
    because:
      'a letter, a page and a redirect spell an address alike, so that every room that names one may come here',
  },
  {
    name: 'the use cases',
    holds: useCases,
    may: [
      useCases,
      paths,
      core,
      /^app\/(?:sealing|signing)\.server\.ts$/,
      /^app\/i18n\/format\.ts$/,
      computingPackage,
      nodeModules,
    ],
    mayType: [/^db\//],
    because:
      'a letter, a text of the questionnaire and a delivery file need days and numbers as their language writes them',
  },
  {
    name: 'the routes',
    holds: /^app\/routes\//,
    may: [
      /^app\/routes\//,
      paths,
      useCases,
      /^app\/core\/(?!statistics|estimation|weighting|disclosure|sampling\/draw)/,
      components,
      papers,
      words,
      /^app\/styles\//,
      hall,
      server,
      staff,
      /^npm:(?!drizzle-orm|better-sqlite3|survey-)/,
      nodeModules,
    ],
    mayType: [core, /^db\//],
  },
  {
    name: 'what several routes draw',
    holds: components,
    may: [components, paths, core, words, /^app\/server\/nonce\.ts$/, anyPackageButDatabase],
    mayType: [useCases],
  },
  {
    name: 'what is drawn and set on the server',
    holds: papers,
    may: [papers, components, paths, useCases, core, words, anyPackageButDatabase, nodeModules],
    mayType: [/^db\//],
    because: 'a picture or a paper says in words what its page says, and no browser loads it',
  },
  { name: 'the words', holds: words, may: [words, core, anyPackageButDatabase, nodeModules] },
  {
    name: 'the command line',
    holds: /^app\/commands\//,
    may: [
      /^app\/(?:commands|demonstration)\//,
      core,
      useCases,
      words,
      hall,
      server,
      /^db\//,
      anyPackageButDatabase,
      nodeModules,
    ],
    because: 'a command works on database files that no server has opened: backup, restore, verify, demo',
  },
  {
    name: 'the door to the databases',
    holds: /^app\/db\.server\.ts$/,
    may: [/^app\/env\.server\.ts$/, /^db\//, nodeModules],
  },
  {
    name: 'the programs',
    holds: /^app\/(?:server\.ts|server\/.*|start\.js|entry\.[^/]+|root\.tsx)$/,
    may: [
      server,
      staff,
      paths,
      hall,
      components,
      words,
      core,
      useCases,
      /^app\/styles\//,
      /^app\/commands\/prepare\.js$/,
      anyPackageButDatabase,
      nodeModules,
    ],
  },
  {
    name: 'who of the staff may do what',
    holds: staff,
    may: [staff, paths, hall, server, useCases, core, anyPackageButDatabase, nodeModules],
    mayType: [/^db\//],
  },
  {
    name: 'the hall',
    holds: /^app\/[^/]+$/,
    may: [hall, core, anyPackageButDatabase, nodeModules],
  },
  { name: 'the tests', holds: /^tests\//, may: [/./] },
];

/** Parts of the platform that run apart: no page of one may be built from another's. */
export const parts: readonly { name: string; routes: RegExp; neverReaches: RegExp[] }[] = [
  {
    name: 'city hall and the public',
    routes: /^app\/routes\/(?:results|public)\b/,
    neverReaches: [
      /^db\/fieldwork\//,
      /^app\/use-cases\/(?:fieldwork|analysis|resident|wave)\//,
      /^app\/routes\/(?!results|public)/,
    ],
  },
  {
    name: 'the resident',
    routes: /^app\/routes\/(?:s\b|_index\b)/,
    neverReaches: [
      /^db\/results\//,
      /^app\/use-cases\/(?:fieldwork|analysis|results|staff)\//,
      /^app\/routes\/(?!s\b|_index\b)/,
    ],
  },
  {
    name: 'the firm',
    routes: /^app\/routes\/fieldwork\b/,
    neverReaches: [/^app\/routes\/(?!fieldwork\b)/],
  },
];

/** Rooms of one folder from the bottom up: none imports from one further on. */
export const orders: Readonly<Record<string, readonly string[]>> = {
  'app/core': [
    'language.ts',
    'mode.ts',
    'staff-roles.ts',
    'digest.ts',
    'text',
    'geography',
    'statistics',
    'sampling',
    'questionnaire',
    'fieldwork',
    'estimation',
    'weighting',
    'flagging',
    'places',
    'effect',
    'intervention',
    'camera',
    'context-series',
    'krakow',
    'frame',
    'microdata',
    'publication',
    'disclosure',
    'analysis',
  ],
  'app/use-cases': [
    'staff-act.ts',
    'text-files',
    'wave',
    'resident',
    'fieldwork',
    'results',
    'staff',
    'analysis',
    'analyse-folder',
  ],
};

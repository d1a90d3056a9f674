/** @file Every sentence on screen, in English. `zh.ts` has the same keys. */
import type { ErrorRecord } from '../../base/errors.ts';
import { aboutEn } from './about-en.ts';
import { caseEn } from './case-en.ts';
import { demonstrationEn } from './demonstration-en.ts';
import { examinedEn } from './examined-en.ts';
import { judgementEn } from './judgement-en.ts';
import { searchEn } from './search-en.ts';
import { redFlagsEn } from './red-flags-en.ts';
import { modelsEn } from './models-en.ts';
import { picturesEn } from './pictures-en.ts';
import { requestsEn } from './requests-en.ts';
import { roomEn } from './room-en.ts';
import { healthEn } from './health-en.ts';
import { backupEn } from './backup-en.ts';
import { securityEn } from './security-en.ts';
import { viewerEn } from './viewer-en.ts';

export const en = {
  about: aboutEn,
  case: caseEn,
  demonstration: demonstrationEn,
  examined: examinedEn,
  judgement: judgementEn,
  searching: searchEn,
  redFlags: redFlagsEn,
  room: roomEn,
  backup: backupEn,
  security: securityEn,
  viewer: viewerEn,
  pictures: picturesEn,
  health: healthEn,
  models: modelsEn,
  requests: requestsEn,
  appName: 'PulseMind',
  skipToChat: 'Skip to the conversation',
  notADevice:
    'Research software, not a medical device. Clinic-Mini is a demonstration and understands only English.',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',

  consultations: 'Consultations',
  newConsultation: 'New consultation',
  untitled: 'New consultation',
  noConsultations: 'Nothing here yet. Your consultations are kept on this device only.',
  openConsultations: 'Open the list of consultations',
  consultationActions: (title: string) => `Actions for “${title}”`,
  describe: 'Details',
  consultationDetails: 'Consultation details',
  patient: 'Patient',
  patientHint: 'A name, or what you tell patients apart by. Empty for none.',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  erasePatient: 'Erase patient',
  erasePatientTitle: (name: string) => `Erase ${name}?`,
  erasePatientWhy: (name: string) =>
    `${name} and every consultation of this patient are erased from this device: their keys are destroyed first. This cannot be undone. Backups made before still hold them.`,
  erase: 'Erase',
  showOlder: 'Show older',
  earlierVersion: 'Earlier version',
  laterVersion: 'Later version',
  versionOf: (at: number, count: number) => `Version ${at} of ${count}`,
  title: 'Title',
  save: 'Save',
  delete: 'Delete',
  deleteConsultation: 'Delete this consultation?',
  deleteConsultationWhy: (title: string) =>
    `“${title}” and its images are erased from this device. This cannot be undone.`,
  keptHere: 'Kept on this device only',
  today: 'Today',
  yesterday: 'Yesterday',
  lastWeek: 'Last 7 days',
  older: 'Older',

  language: 'Language',
  theme: 'Theme',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  settings: 'Menu',

  conversation: 'Conversation',
  you: 'You',
  aiDraft: 'AI draft, not reviewed',
  demonstrationAnswer: 'Demonstration: no medical advice',
  demonstrationModel: (model: string) => `${model} (demonstration, no medical advice)`,
  thinking: 'Reading the conversation…',
  readingImage: (index: number, count: number) => `Reading image ${index} of ${count}…`,
  readingPrompt: (done: string, total: string) => `Reading ${done} of ${total} tokens…`,
  writing: 'Writing…',
  answerBegins: 'The answer begins.',
  answerFinished: 'The answer is finished.',
  answerStopped: 'Stopped.',
  answerInterrupted: 'Interrupted before it was finished.',
  stoppedAt: 'You stopped this answer here.',
  saidNothing: 'The model ended its answer at once, without a word.',
  saidNothingAdvice: 'Let it answer again, or put the question in other words.',
  imagesSilence: (model: string) =>
    `The likely cause is an image: ${model} does not understand images. Ask the question without it.`,
  askWithoutImages: 'Ask without images',
  jumpToLatest: 'Jump to the latest',
  copy: 'Copy',
  copied: 'Copied',
  copyLabel: (model: string) => `[AI draft by ${model}, not reviewed by a clinician]`,
  regenerate: 'Regenerate',
  editTurn: 'Edit this turn',
  caption: 'Caption',
  captionOf: (name: string) => `Caption of ${name}`,
  attachedImages: 'Attached images',
  viewImage: (name: string) => `View ${name}`,
  imageMissing: (name: string) => `${name} is no longer on this device.`,
  unverifiedReference: 'unverified reference',
  unverifiedReferenceWhy:
    'The model wrote this reference. Nothing on this device confirms that it exists or says so.',
  uncheckedLink:
    'An address written by the model. It has not been checked and does not open.',
  table: 'Table',
  tokens: (count: string) => `${count} tokens`,
  tokensPerSecond: (rate: string) => `${rate} tokens/s`,
  imagesDrawnOnly: (model: string) =>
    `${model} knows only the drawn images of its synthetic clinic: what it says about any other means nothing.`,
  imagesNotUnderstood: (model: string) =>
    `${model} does not understand images yet: it receives them, but what it says about them means nothing.`,

  speaksOnly: (model: string, languages: string) =>
    `${model} understands only ${languages}.`,
  cannotReadDraft: (model: string, languages: string) =>
    `${model} understands only ${languages} and cannot read what you wrote.`,
  askInstead: (model: string, languages: string) =>
    `${model} understands only ${languages}. Ask in ${languages}; what it answers otherwise means nothing.`,

  emptyTitle: 'What is the question?',
  emptyText:
    'Describe the case and attach images. Everything is computed in this browser; nothing leaves this device.',
  examples: 'Example questions',
  exampleQuestions: [
    'What are common causes of chest pain?',
    'Which findings separate bacterial from viral pneumonia?',
    'What should I ask a patient with a new headache?',
    'How is iron deficiency anaemia worked up?',
  ],

  message: 'Message',
  placeholder: 'Describe the case or ask a question',
  placeholderWaiting: 'You can write already; sending waits for the model',
  send: 'Send',
  stop: 'Stop',
  addImages: 'Add images',
  dropImages: 'Drop images to attach them',
  imagesToSend: 'Images to send',
  removeImage: (name: string) => `Remove ${name}`,
  reading: (name: string) => `Reading ${name}`,
  stopReading: (name: string) => `Stop reading ${name}`,
  unnamedImage: 'the image',
  enterSends: 'Enter sends, Shift+Enter starts a new line, / lists commands',

  modelStatus: 'Model and device',
  noModel: 'No model',
  waiting: 'Waiting',
  opening: 'Opening…',
  loading: 'Loading',
  loadingModel: (model: string) => `Loading ${model}`,
  tryingConfiguration: (name: string) => `Trying ${name}`,
  selfChecking: 'Checking that this device computes correctly',
  failed: 'Not running',
  bytesOf: (loaded: string, total: string) => `${loaded} of ${total}`,
  remaining: (time: string) => `about ${time} left`,
  firstVisit:
    'The first visit fetches the model. Afterwards it starts from this device, also without a network.',
  runsOnCpuWhy:
    'The model runs on the CPU here, without WebGPU. It answers, only more slowly.',
  runtime: 'Runtime',
  device: 'Device',
  floatType: 'Number format',
  threads: 'Threads',
  subgroups: 'Subgroups',
  yes: 'yes',
  no: 'no',
  sessions: 'Sessions',
  context: 'Context',
  selfCheckError: 'Self-check difference',
  loadTime: 'Load time',
  rejected: 'Configurations that were left',
  quantization: 'Quantization',
  licence: 'Licence',
  size: 'Size',
  runtimeName: {
    'webgpu-jspi': 'WebGPU (JSPI)',
    'webgpu-asyncify': 'WebGPU (asyncify)',
    wasm: 'CPU (WebAssembly)',
  },

  checkpoints: 'Checkpoints',
  manageCheckpoints: 'Checkpoints…',
  checkpointsText:
    'A checkpoint is a set of model weights. They are kept on this device.',
  installed: 'Installed',
  bundled: 'Comes with the app',
  inUse: 'In use',
  load: 'Load',
  loadNamed: (name: string) => `Load ${name}`,
  verify: 'Verify',
  verifyNamed: (name: string) => `Verify ${name}`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removeCheckpoint: 'Remove this checkpoint?',
  removeCheckpointWhy: (name: string, size: string) =>
    `${name} (${size}) is erased from this device. Consultations stay.`,
  addCheckpoint: 'Add a checkpoint',
  chooseFolder: 'Choose folder',
  understandsImages: 'Understands images',
  drawnImagesOnly: 'Understands drawn images only',
  textOnly: 'Does not understand images yet',
  advanced: 'Advanced',
  runtimeChoice: 'Run on',
  runtimeAuto: 'Automatic',
  runtimeWebgpu: 'WebGPU only',
  runtimeWasm: 'CPU only',
  reload: 'Load again',

  hitLength: 'The answer reached its greatest length here.',
  contextFull: 'The conversation is full: the model cannot read more of it.',
  stopping: 'Stopping…',
  waitingForModel: 'Waiting for the model…',
  editing:
    'Editing a turn. The new wording begins a branch; what is there stays beside it.',
  provenance: 'Where this answer came from',
  promptOf: (prompt: string, reused: string) => `${prompt} read (${reused} reused)`,
  images: 'Images',
  languages: 'Languages',
  onlyLanguages: (languages: string) => `${languages} only`,
  cpuSlower: 'CPU, slower',
  colon: ': ',
  fetchingModel: (model: string) => `Fetching ${model}`,
  reloadingModel: (model: string) => `The device was lost; loading ${model} again`,
  engineReloaded:
    'The graphics device was lost, and the model has been loaded again. You can go on.',
  databaseLost: {
    'brought-back':
      'The browser could not read its database any more and began an empty one. Everything was brought back from the second copy; nothing is missing.',
    partly:
      'The browser could not read its database any more and began an empty one. What was in the second copy was brought back, but that copy was not complete yet: some consultations may be missing. Restore your last backup; it adds what is missing.',
    all: 'The browser could not read its database any more and began an empty one. This browser keeps no second copy. Restore your last backup.',
  },
  damagedRecords: (count: number) =>
    count === 1
      ? 'One consultation could not be read and is not shown.'
      : `${count} consultations could not be read and are not shown.`,
  checkpointVerified: (name: string) => `${name}: every chunk matches its hash.`,
  checkpointInstalled: (name: string) => `${name} is installed.`,
  noneInstalled: 'No checkpoint is on this device yet.',
  addCheckpointText:
    'Choose a converted folder (with manifest.json), or a Hugging Face folder of any Qwen2.5-VL checkpoint, which is converted here, mostly to 4 bits. Nothing is uploaded.',
  checkpointAddress: 'From an address',
  checkpointAddressText:
    'The folder that holds manifest.json of a converted checkpoint: a path of this site, or a whole address. Only this site is allowed unless whoever runs it allows another.',
  download: 'Download',
  unfinished: 'Not complete',
  goOn: 'Go on',
  goOnNamed: (name: string) => `Go on downloading ${name}`,
  storageUsed: (used: string) => `${used} used on this device.`,
  storageNotPersistent: 'The browser may clear it when the disk runs full.',
  work: {
    install: (name: string) => `Fetching ${name}`,
    download: (name: string) => `Downloading ${name}`,
    import: (name: string) => `Importing ${name}`,
    convert: (name: string) => `Converting ${name}`,
    verify: (name: string) => `Verifying ${name}`,
  },
  cannotSend: {
    starting: 'Starting…',
    'nothing-written': 'Write something or add an image first',
    'reading-images': 'An image is still being read',
    'use-not-accepted': 'Accept the intended use first',
    'answer-running': 'Another answer is being written',
    'context-full': 'The conversation is full',
    'not-writer': 'Another tab writes',
    'no-engine': 'The model is not running',
  },
  anotherTabWrites:
    'Another tab of this app writes. This one shows what is kept there.',
  newerTabWrites:
    'Another tab runs a newer version of this app, and this one may not write any more. Reload it.',
  writeHere: 'Write here',
  takingOver: 'The other tab hands over…',

  errorTitle: {
    aborted: 'Stopped',
    unsupported: 'Not supported here',
    'out-of-memory': 'Out of memory',
    'device-lost': 'The graphics device went away',
    'self-check-failed': 'This device computes wrong numbers',
    'bad-input': 'This cannot be used',
    'bad-data': 'Damaged data',
    'not-writer': 'Another tab writes',
    'storage-failed': 'The browser’s storage fails',
    network: 'The download failed',
    bug: 'Something broke',
  },
  /** What happened and what to do. The errors' own messages are English and say it; a bug's does not. */
  sayError: ({ kind, message }: ErrorRecord): string =>
    kind === 'bug'
      ? 'This is a bug in the app. Your consultations are kept; reload the page to go on.'
      : message,
  diskFull: 'The disk is full',
  freeSpace: 'Free space…',
  writtenAgain: 'Everything that waited for disk space is written now.',
  tryAgain: 'Try again',
  chooseAnother: 'Choose another checkpoint',
  fetchAgain: 'Fetch again',
  details: 'Details',

  pageBroke: 'The page broke',
  pageBrokeText:
    'This is a bug in the app. Everything up to the last second is kept; reload to go on.',
  reloadPage: 'Reload the page',
  updateReady: 'A new version is ready.',
  offlineReady: 'Everything is on this device now: from here on it works offline.',
};

/** The keys and shapes every language has. */
export type Strings = typeof en;

/** @file What the page says about working in a conversation, in English. */
export const roomEn = {
  context: 'Context used',
  contextOf: (used: string, limit: string) => `${used} of ${limit} tokens`,
  contextNearlyFull:
    'This consultation nearly fills what the model can read at once. You can go on in a new one with a summary that you approve.',
  contextFull:
    'This consultation is as long as the model can read. Nothing of it is left out silently: go on in a new one with a summary that you approve, begin a new one, or edit your last turn.',

  goOnWithSummary: 'Go on with a summary…',
  summaryTitle: 'Go on in a new consultation',
  summaryWhy:
    'The model sums up this consultation. Check every line and correct it: the new consultation knows only what stands here. Images do not go along.',
  summary: 'Summary',
  summaryHead: 'Summary of an earlier consultation, checked by the doctor:',
  summarizing: 'Reading the consultation…',
  summarizingPart: (part: string, parts: string) =>
    `Reading part ${part} of ${parts}; each part completes the summary.`,
  summaryWritten: 'The summary is written. Check it before you approve it.',
  writeAgain: 'Write it again',
  approve: 'Approve and go on',

  showMore: (letters: string) => `Show more (${letters} characters are left)`,
  quote: 'Quote',
  quoteSelection: 'Quote the selection',

  queue: 'Ask next',
  queued: 'Asked next',
  queuedWhy: 'Waits for the answer that is being written.',
  queuedHere: 'Not asked yet, because the answer before it did not end by itself.',
  queuedImages: (count: string) => (count === '1' ? '1 image' : `${count} images`),
  editQueued: 'Edit what is asked next',
  removeQueued: 'Do not ask it',
  askNow: 'Ask now',

  goOnWriting: 'Continue the answer',
  continued: (count: string) =>
    count === '1' ? 'continued once' : `continued ${count} times`,

  commands: 'Commands',
  findCommand: 'Find a command or a consultation',
  noCommand: 'Nothing fits.',
  groups: { do: 'Do', templates: 'Templates', consultations: 'Consultations' },
  newConsultation: 'New consultation',
  regenerate: 'Make the last answer again',
  stopAnswer: 'Stop the answer',
  editLast: 'Edit the last turn',
  lock: 'Lock the page',
  checkpoints: 'Checkpoints: choose a model',
  exportThis: 'Export this consultation',
  backUp: 'Back up, restore, export all',
  switchTheme: 'Switch between light and dark',
  switchLanguage: '切换到简体中文',

  shortcuts: 'Keyboard shortcuts',
  showShortcuts: 'Show the keyboard shortcuts',
  shortcutGroups: {
    anywhere: 'Anywhere',
    writing: 'While writing',
    list: 'In a list of commands',
  },
  does: {
    palette: 'Find a command',
    shortcuts: 'This list',
    lock: 'Lock the page',
    quote: 'Quote the selection',
    send: 'Send; while an answer is written: ask next',
    line: 'New line',
    slash: 'Commands and templates, at the beginning',
    close: 'Give up editing a turn, close a list',
    move: 'Move in the list',
    choose: 'Choose',
  },

  letterShortcuts: 'Single letters and ? as shortcuts, outside of text fields',
  fillTemplateWhy: 'What you leave empty is written as not given.',
  notGiven: 'not given',
  insert: 'Insert',
  ownTemplates: 'Own templates',
  ownTemplatesMenu: 'Own templates…',
  ownTemplatesWhy:
    'Turns that you write often. They are encrypted with your records and are in backups. A name between double braces is asked for, or filled in from the case: {{age}}.',
  noTemplates: 'You have no templates of your own yet.',
  newTemplate: 'New template',
  templateTitle: 'Title',
  templateText: 'Text',
  templateTextHint: 'Places that are asked for, such as {{age}} or {{findings}}',
  places: (names: string) => `Asked for: ${names}`,
  editTemplate: (title: string) => `Edit ${title}`,
  deleteTemplate: (title: string) => `Delete ${title}`,
  templateUp: (title: string) => `Move ${title} up`,
  templateDown: (title: string) => `Move ${title} down`,
  takeTemplate: (title: string) => `Use ${title}`,
  use: 'Use',
  deleteTemplateWhy:
    'The template is deleted from this device. Backups made before still hold it.',
  saveTemplates: 'Save as a file',
  loadTemplates: 'Add from a file',
  templatesLoaded: (count: string) =>
    count === '1' ? '1 template was added.' : `${count} templates were added.`,
  noTemplatesFile: (name: string) =>
    `${name} holds no templates of this app. Choose a file that was saved from this list.`,
  variables: {
    age: 'Age',
    sex: 'Sex',
    complaint: 'Complaint',
    duration: 'Since when',
    history: 'History, medication, allergies',
    findings: 'Findings so far',
    modality: 'Kind of image',
    region: 'Part of the body',
    question: 'Question',
    diagnosis: 'Diagnosis',
    treatment: 'What was done',
    medication: 'Medication to go home with',
  },
};

export type RoomStrings = typeof roomEn;

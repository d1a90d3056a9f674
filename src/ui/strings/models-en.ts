/** @file What the page of checkpoints says of each and of this device, in English. */
export const modelsEn = {
  device: 'This device',
  onGpu: (name: string) =>
    `Models run on the graphics card here (${name}), through WebGPU.`,
  noGpu: 'This browser offers no WebGPU, so models run on the CPU, which is slower.',
  softwareGpu: (name: string) =>
    `The only WebGPU device here is imitated by the CPU (${name}), so models run on the CPU directly, which is faster.`,
  cpuChosen: 'Models run on the CPU here, because that was chosen below.',
  fewThreads:
    'This device is slow for language models, and a small checkpoint suits it best. Answers are the same as on a fast one.',
  cpu: 'CPU',
  threads: (count: string) => (count === '1' ? '1 thread' : `${count} threads`),
  cpuHolds: (heap: string) => `holds up to ${heap} of weights and context`,
  memory: 'Memory',
  memoryAtLeast: (size: string) => `${size} or more`,
  gpu: 'Graphics card',
  gpuPieces: (piece: string) => `gives pieces of up to ${piece}`,
  noGpuShort: 'none for this page',
  disk: 'Disk',
  diskUsed: (used: string, quota: string) =>
    `${used} used; this site may keep about ${quota}`,
  unknown: 'The browser does not say.',

  details: 'Details',
  detailsOf: (name: string) => `Details of ${name}`,
  parameters: 'Parameters',
  source: 'Made from',
  adapter: 'Adapter over it',
  from: 'Fetched from',
  fromFolder: 'A folder on this computer',
  converter: 'Converted by',
  installed: 'Installed',
  verified: 'Last verified',
  verifiedWell: (time: string) => `${time}: every chunk matched`,
  verifiedBadly: (time: string, faults: string) => `${time}: ${faults} damaged`,
  neverVerified: 'Not yet',
  hash: 'SHA-256 of the manifest',
  hashWhy: 'The manifest names the hash of every chunk of 4 MB.',
  needs: 'Memory needed',
  needsOf: (all: string, weights: string, context: string) =>
    `about ${all} (weights ${weights}, context ${context})`,
  wouldRunOn: 'Would run on',
  webgpu: 'WebGPU',
  wasm: 'the CPU',
  onThisDevice: 'On this device',
  verdict: {
    fits: (_needed: string, holds: string) =>
      `Fits: the CPU can use ${holds} in this page.`,
    tight: (needed: string, holds: string) =>
      `May be too much: about ${needed} is needed, and the device says it has ${holds} in all.`,
    'too-large-wasm': (needed: string, holds: string) =>
      `Too large for the CPU: about ${needed} is needed, and a page can use ${holds}. It needs WebGPU.`,
    'too-large-gpu': (piece: string, holds: string) =>
      `Too large for this graphics card: one matrix takes ${piece}, and it gives pieces of up to ${holds}.`,
    'depends-on-gpu': (needed: string) =>
      `About ${needed} of graphics memory is needed. Browsers do not say how much there is; when it is too little, loading stops and says so.`,
  },
  standIn: (name: string) =>
    `${name} is a small stand-in that shows how everything works. It knows no medicine, at most a synthetic clinic. For real questions add a larger checkpoint.`,
  card: 'Model card',
  noCard: 'This checkpoint came without a model card.',
  notice: 'Notice',
  bundledCard: `## Clinic-Mini

A demonstration that comes with the app, so that the page answers at once. It is research software and no medical device.

- **Language half:** SmolLM2-135M-Instruct, a general language model of 135 million parameters by Hugging Face. It knows English only and was not trained for medicine.
- **Vision tower:** the right architecture with random weights. It receives images and does not understand them.
- **What it is for:** seeing how conversations, images, cases, records and checkpoints work, on any computer.
- **What it is not for:** any clinical question. It often says wrong things in good English.
- **Licence:** Apache-2.0, weights and code.

It is none of the models of the PulseMind paper and says nothing about them.`,

  pause: 'Pause',
  pauseNamed: {
    install: (name: string) => `Pause fetching ${name}`,
    download: (name: string) => `Pause downloading ${name}`,
    import: (name: string) => `Pause importing ${name}`,
    convert: (name: string) => `Pause converting ${name}`,
  },
  goOnNamed: {
    import: (name: string) => `Go on importing ${name}`,
    convert: (name: string) => `Go on converting ${name}`,
  },
  goOnPicking: 'Choose the folder to go on…',
  pickAgain: 'To go on, the page has to be shown the same folder once more.',
  paused: {
    import: 'Import from a folder on this computer',
    convert: 'Conversion of a folder on this computer',
  },
  installedWaits: (name: string) =>
    `${name} is installed. An answer is being written, so it was not loaded: choose Load on the page of checkpoints.`,
  unfinished: 'Not finished yet',
  discard: 'Discard',
  discardNamed: (name: string) => `Discard ${name}`,
  discardTitle: (name: string) => `Discard ${name}?`,
  discardWhy: (have: string) =>
    `The work stops, and what it brought to this device (${have}) is removed. The folder or address it comes from stays as it is.`,
  keepGoing: 'Keep going',
  cancelNamed: (name: string) => `Cancel: ${name}`,
  sofar: (have: string, total: string) => `${have} of ${total} is here`,
  sofarUnknown: (have: string) => `${have} is here`,
  damaged: 'Damaged',
  repair: 'Fetch what is damaged',
  repairNamed: (name: string) => `Fetch what is damaged of ${name}`,
  removeBundled:
    'It comes with the app and is fetched again at the next start, unless another checkpoint is chosen.',
  removeLast: 'It is the only one here: without it nothing answers.',
};

export type ModelsStrings = typeof modelsEn;

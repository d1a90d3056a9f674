/** @file What the record of requests says, in English. */
export const requestsEn = {
  title: 'Requests',
  menu: 'Requests…',
  about:
    'Every request that this app made since it is on this device. No question, answer or image is ever part of one.',
  unknown: 'This browser keeps no record of requests for this page.',
  none: 'No request is recorded yet.',
  total: (requests: string, since: string, bytes: string) =>
    `${requests} since ${since}: ${bytes}, where the size is known.`,
  requests: (count: string) => (count === '1' ? '1 request' : `${count} requests`),
  allOwn: (origin: string) => `All of them went to ${origin}, where the app came from.`,
  elsewhere: (count: string) =>
    `${count} went to another site. Whoever runs this page has allowed it.`,
  blocked: (count: string) =>
    count === '1'
      ? '1 attempt to reach another site was refused by the browser.'
      : `${count} attempts to reach another site were refused by the browser.`,
  before: 'Before',
  kind: 'Kind',
  target: 'What',
  count: 'Requests',
  bytes: 'Known size',
  kinds: {
    page: 'Page',
    code: 'Code',
    runtime: 'Runtime',
    checkpoint: 'Checkpoint',
    other: 'Other',
    elsewhere: 'Another site',
    blocked: 'Refused',
  },
  save: 'Save as CSV',
  notSeen:
    'Counted are requests that reach the network; what the browser answers out of its caches is none. Not seen is what browsers fetch by themselves: the icon, and whether there is a new version of service-worker.js.',
};

export type RequestsStrings = typeof requestsEn;

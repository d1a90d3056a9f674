/** @file The page's side of the bench's worker. */
import { must } from '../base/assert.ts';
import { WorkerClient } from '../base/worker-client.ts';
import type {
  ProbeAnswer,
  ProbeCalls,
  ProbeKind,
  ProbeRequest,
} from './probe-protocol.ts';

export class ProbeClient {
  readonly #client = new WorkerClient<ProbeRequest, ProbeAnswer>({
    start: () =>
      new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' }),
    crashed: (reason) => new Error(`The measuring worker stopped: ${reason}`),
  });

  async call<K extends ProbeKind>(
    kind: K,
    request: ProbeCalls[K]['request'],
  ): Promise<ProbeCalls[K]['answer']> {
    let answer: ProbeAnswer | undefined;
    const whole = { kind, ...request } as unknown as ProbeRequest;
    for await (const event of this.#client.call(whole)) answer = event;
    return must(answer, 'every request is answered') as ProbeCalls[K]['answer'];
  }

  dispose(): void {
    this.#client.terminate(new Error('The bench is done with this worker.'));
  }
}

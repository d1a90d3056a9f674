/** @file An engine behind the worker protocol: the worker's side of `client.ts`. */
import { never } from '../base/assert.ts';
import type { WorkerScope } from '../base/worker-protocol.ts';
import { serveRequests } from '../base/worker-server.ts';
import type { Engine } from './engine.ts';
import type { EngineEvent, EngineRequest } from './protocol.ts';

/** Lets the page at the other end of `scope` use `engine`. */
export function serveEngine(scope: WorkerScope, engine: Engine): void {
  serveRequests<{ request: EngineRequest; event: EngineEvent }>(
    scope,
    (request, signal) => answer(engine, request, signal),
  );
}

async function* answer(
  engine: Engine,
  request: EngineRequest,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  switch (request.kind) {
    case 'load':
      for await (const event of engine.load(request.source, request.options, signal)) {
        yield { kind: 'load', event };
      }
      return;
    case 'generate':
      for await (const event of engine.generate(request.request, signal)) {
        yield { kind: 'generate', event };
      }
      return;
    case 'score':
      for await (const event of engine.score(request.request, signal)) {
        yield { kind: 'score', event };
      }
      return;
    case 'see':
      yield { kind: 'seen', image: await engine.see(request.image) };
      return;
    case 'spell':
      yield { kind: 'spelled', prompt: await engine.spell(request.messages) };
      return;
    case 'forget':
      await engine.forget();
      return;
    case 'dispose':
      await engine.dispose();
      return;
    default:
      never(request);
  }
}

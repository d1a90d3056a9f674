/** @file The bench inside a page: the module that `npm run bench` opens in Chromium. */
import { must, never } from '../base/assert.ts';
import { WorkerEngine } from '../engine/client.ts';
import type {
  CheckpointSource,
  DeviceReport,
  Engine,
  LoadEvent,
} from '../engine/engine.ts';
import { describeAdapter } from '../engine/gpu-adapter.ts';
import { startEngineWorker } from '../engine/start-worker.ts';
import {
  type BenchAnswer,
  type BenchDevice,
  type BenchRequest,
  loadOptions,
  type LoadTimes,
} from './bench-requests.ts';
import type { Finding } from './findings.ts';
import { measureAdapter } from './measure-adapter.ts';
import { measureContest } from './measure-contest.ts';
import { measureOpening, measureWriting } from './measure-records.ts';
import { deviceName, measureSpeed, type Subject } from './measure-speed.ts';
import { installBundled, openBundled, readChosenFiles } from './page-checkpoint.ts';
import { ProbeClient } from './probe-client.ts';
import { askTurns } from './turns.ts';
import { WllamaPeer } from './wllama-peer.ts';

declare const report: (finding: Finding) => Promise<void>;

async function experiment(request: BenchRequest): Promise<BenchAnswer> {
  switch (request.kind) {
    case 'describe': {
      const gpu = (await describeAdapter())?.description;
      return { kind: 'description', description: { gpu, wllama: WllamaPeer.version } };
    }
    case 'install':
      return { kind: 'install', ms: (await installBundled()).ms };
    case 'load':
      return {
        kind: 'load',
        times: (await load(await openBundled(), request.device)).times,
      };
    case 'big-load': {
      const source = await readChosenFiles(
        must(fileInput, 'the page has a file input'),
      );
      return { kind: 'load', times: (await load(source, request.device)).times };
    }
    case 'turns': {
      const { engine, times } = await load(await openBundled(), request.device);
      return reportAll(askTurns(engine, times.device, request.maxNewTokens));
    }
    case 'speed': {
      const subject = await startProbe(request.device);
      return reportAll(measureSpeed(subject, request.plan));
    }
    case 'records-write':
      return reportAll(measureWriting(request.plan));
    case 'records-open':
      return reportAll(measureOpening(request.plan));
    case 'adapter':
      return reportAll(
        measureAdapter(await openBundled(), request.device, request.plan),
      );
    case 'contest': {
      const subject = await startProbe(request.device);
      return reportAll(
        measureContest(subject, request.device, request.plan, fetchLabFile),
      );
    }
    default:
      return never(request);
  }
}

/** Tells everything found as it comes, so that a failure later loses none of it. */
async function reportAll(findings: AsyncIterable<Finding>): Promise<BenchAnswer> {
  for await (const finding of findings) await report(finding);
  return { kind: 'reported' };
}

async function load(
  source: CheckpointSource,
  device: BenchDevice,
): Promise<{ engine: Engine; times: LoadTimes }> {
  const engine = new WorkerEngine(startEngineWorker);
  const startMs = performance.now();
  const steps: { name: string; endMs: number }[] = [];
  let ready: DeviceReport | undefined;
  const { signal } = new AbortController();
  const options = { ...loadOptions(device), adapter: {} }; // its own, as the app does
  for await (const event of engine.load(source, options, signal)) {
    steps.push({ name: nameOf(event), endMs: performance.now() - startMs });
    if (event.kind === 'ready') ready = event.device;
  }
  const found = must(ready, 'a load ends ready or throws');
  const files = Object.values(source.manifest.files);
  const times: LoadTimes = {
    device: deviceName(found),
    sessions: found.sessions,
    engineMs: performance.now() - startMs,
    checkpointBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    steps,
    rejected: found.rejected.map((it) => `${it.configuration}: ${it.reason}`),
  };
  return { engine, times };
}

/** What has begun, or has come so far, when this event arrives. */
function nameOf(event: LoadEvent): string {
  switch (event.kind) {
    case 'trying':
      return `trying ${event.configuration}`;
    case 'progress':
      return `${(event.loadedBytes / 1e6).toFixed(0)} MB`;
    case 'self-check':
    case 'ready':
      return event.kind;
  }
}

async function startProbe(device: BenchDevice): Promise<Subject> {
  const probe = new ProbeClient();
  const source = await openBundled();
  const loaded = await probe.call('load', { source, options: loadOptions(device) });
  return { probe, device: deviceName(loaded.device) };
}

async function fetchLabFile(name: string): Promise<Blob> {
  // oxlint-disable-next-line no-restricted-globals -- a page of the lab, not of the app
  return (await fetch(`/lab-files/${encodeURIComponent(name)}`)).blob();
}

const fileInput = document.createElement('input');
fileInput.type = 'file';
fileInput.multiple = true;
document.body.append(fileInput);

Object.assign(globalThis, { experiment });

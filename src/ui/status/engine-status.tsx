/** @file What stands between the page and an answer: starting, fetching, loading, or a failure. */
import { useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { LoadLine } from './load-line.tsx';
import { ProblemCard } from './problem-card.tsx';
import { WayOutButtons } from './way-out.tsx';

export function EngineStatus() {
  const start = useSelected((state) => state.start);
  const engine = useSelected((state) => state.engine);
  const job = useSelected((state) => state.checkpoints.job);
  if (start.kind === 'failed') {
    return (
      <ProblemCard problem={start.problem}>
        <WayOutButtons wayOut="report" checkpoint={undefined} />
      </ProblemCard>
    );
  }
  if (job.kind === 'running' && job.work === 'install') {
    return <InstallLine job={job} />;
  }
  if (job.kind === 'failed' && job.work === 'install' && engine.kind !== 'ready') {
    return (
      <ProblemCard problem={job.problem}>
        <WayOutButtons wayOut={job.problem.wayOut} checkpoint={undefined} />
      </ProblemCard>
    );
  }
  switch (engine.kind) {
    case 'loading':
      return <LoadingLine engine={engine} />;
    case 'failed':
      return (
        <ProblemCard problem={engine.problem}>
          <WayOutButtons
            wayOut={engine.problem.wayOut}
            checkpoint={engine.checkpoint}
          />
        </ProblemCard>
      );
    case 'empty':
    case 'ready':
      return null;
  }
}

type State = Parameters<Parameters<typeof useSelected>[0]>[0];
type RunningJob = Extract<State['checkpoints']['job'], { kind: 'running' }>;
type LoadingEngine = Extract<State['engine'], { kind: 'loading' }>;

function InstallLine({ job }: { readonly job: RunningJob }) {
  const strings = useStrings();
  return (
    <LoadLine
      title={strings.fetchingModel(job.name)}
      note={strings.firstVisit}
      loadedBytes={job.loadedBytes}
      totalBytes={job.totalBytes}
      startedMs={job.startedMs}
    />
  );
}

function LoadingLine({ engine }: { readonly engine: LoadingEngine }) {
  const strings = useStrings();
  const { configuration, phase } = engine;
  const step =
    phase === 'self-check'
      ? strings.selfChecking
      : configuration !== undefined && strings.tryingConfiguration(configuration);
  return (
    <LoadLine
      title={
        engine.isRecovery
          ? strings.reloadingModel(engine.checkpoint.name)
          : strings.loadingModel(engine.checkpoint.name)
      }
      note={step || strings.opening}
      loadedBytes={phase === 'self-check' ? 0 : engine.loadedBytes}
      totalBytes={phase === 'self-check' ? 0 : engine.totalBytes}
      startedMs={engine.startedMs}
    />
  );
}

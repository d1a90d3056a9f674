/** @file The buttons that lead out of a problem with the model. */
import type { WayOut } from '../../app/problem.ts';
import type { CheckpointSummary } from '../../app/state.ts';
import { useActions } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';

interface WayOutButtonsProps {
  readonly wayOut: WayOut;
  readonly checkpoint: CheckpointSummary | undefined;
}

export function WayOutButtons({ wayOut, checkpoint }: WayOutButtonsProps) {
  const strings = useStrings();
  const { retryLoad, repairCheckpoint } = useActions();
  const openCheckpoints = useOpenCheckpoints();
  const retry = (
    <Button look="primary" onClick={() => void retryLoad()}>
      {strings.tryAgain}
    </Button>
  );
  const choose = <Button onClick={openCheckpoints}>{strings.chooseAnother}</Button>;
  switch (wayOut) {
    case 'none':
    case 'new-consultation':
    case 'change-input':
      return choose;
    case 'retry':
    case 'reload-engine':
      return retry;
    case 'smaller-checkpoint':
    case 'choose-checkpoint':
    case 'free-disk-space':
      return (
        <>
          {retry}
          {choose}
        </>
      );
    case 'fetch-again':
      return checkpoint?.isBundled === true ? (
        <Button look="primary" onClick={() => void repairCheckpoint(checkpoint.id)}>
          {strings.fetchAgain}
        </Button>
      ) : (
        choose
      );
    case 'write-here': // not about the model: the line over the page has the button
      return null;
    case 'report':
      return (
        <Button look="primary" onClick={() => location.reload()}>
          {strings.reloadPage}
        </Button>
      );
  }
}

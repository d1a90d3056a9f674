/**
 * @file Hears when the browser itself threw the databases away: Chromium begins
 * anew with empty ones when it cannot read its files, and says so in the event
 * that asks for an upgrade.
 */
interface LossEvent extends Event {
  readonly dataLoss?: 'none' | 'total';
  readonly dataLossMessage?: string;
}

const losses: string[] = [];

export function watchDataLoss(): void {
  const { prototype: factory } = IDBFactory;
  const open = Reflect.get(factory, 'open');
  factory.open = function (this: IDBFactory, ...given) {
    const opening = open.apply(this, given);
    opening.addEventListener('upgradeneeded', (event: LossEvent) => {
      if ((event.dataLoss ?? 'none') === 'none') return;
      losses.push(event.dataLossMessage ?? 'It does not say why.');
    });
    return opening;
  };
}

/** Why the browser threw databases away, as it says, since `watchDataLoss`. */
export function dataLosses(): readonly string[] {
  return losses;
}

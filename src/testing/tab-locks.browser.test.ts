import { describeLocks } from './tab-locks.contract.ts';

describeLocks('of this browser', () => navigator.locks);

// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describeStore } from './store.contract.ts';

describeStore('in an imitated database');

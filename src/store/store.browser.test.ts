import { describeStore } from './store.contract.ts';

describeStore("in the browser's database");

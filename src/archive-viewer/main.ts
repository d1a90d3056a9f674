/** @file Starts the page that opens an archive without the application. */
import { must } from '../base/assert.ts';
import { Viewer } from './viewer.ts';

void new Viewer(must(document.getElementById('root'), 'the page has a root'));

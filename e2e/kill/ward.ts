/**
 * @file The profile that all runs share: operations are done on it, the browser
 * is killed, started again, and what was acknowledged is looked for.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../src/base/assert.ts';
import { KillServer } from './kill-server.ts';
import { Kept } from './kept.ts';
import type { Operation, Told } from './page-api.ts';
import { type Kind, type Moment, Plan } from './plan.ts';
import { Victim } from './victim.ts';

/** Then a new one is begun: a first start is killed too, and the audit does not grow without end. */
const RUNS_PER_PROFILE = 100;

export interface RunReport {
  readonly kind: Kind;
  /** True when the killed operation was not acknowledged yet. */
  readonly isInside: boolean;
  /** How many acknowledged turns were looked for. */
  readonly turns: number;
  /** How often the browser threw the databases away. */
  readonly losses: number;
  readonly complaints: readonly string[];
}

export class Ward {
  readonly #server: KillServer;
  #folder: string | undefined;
  #victim: Victim | undefined;
  #kept = new Kept();
  #runs = 0;
  #losses = 0;
  /** Set when a profile is worth looking at. */
  #isBroken = false;

  private constructor(server: KillServer) {
    this.#server = server;
  }

  static async open(page: string): Promise<Ward> {
    return new Ward(await KillServer.open(page));
  }

  async run(seed: number): Promise<RunReport> {
    this.#isBroken = true; // until it is shown that it is not
    this.#losses = 0;
    const plan = new Plan(seed);
    if (this.#runs++ % RUNS_PER_PROFILE === 0) await this.#newProfile();
    await this.#doBefore(plan);
    const report =
      plan.kind === 'migrating' ? await this.#migrate(plan) : await this.#operate(plan);
    this.#isBroken = report.complaints.length > 0;
    return report;
  }

  async close(): Promise<void> {
    await this.#dropProfile();
    await this.#server.close();
  }

  async #newProfile(): Promise<void> {
    this.#isBroken = false;
    await this.#dropProfile();
    this.#isBroken = true;
    this.#folder = await mkdtemp(join(tmpdir(), 'pulsemind-kill-'));
    this.#kept = new Kept();
    await this.#startBrowser();
    await this.#page.evaluate(() => window.killPage.start([]));
  }

  async #dropProfile(): Promise<void> {
    await this.#victim?.close();
    this.#victim = undefined;
    if (this.#folder === undefined) return;
    if (this.#isBroken) console.log(`The profile is left in ${this.#folder}`);
    else await rm(this.#folder, { recursive: true, maxRetries: 5, retryDelay: 200 });
    this.#folder = undefined;
  }

  async #doBefore(plan: Plan): Promise<void> {
    const kept = this.#kept;
    if (plan.isProtected !== (kept.passphrase !== undefined)) {
      await this.#acknowledge(plan.protect(kept.passphrase, plan.isProtected));
    }
    for (let left = plan.operationsBefore(); left > 0; left--) {
      await this.#acknowledge(plan.nextBefore(kept));
    }
  }

  async #acknowledge(operation: Operation): Promise<void> {
    await this.#page.evaluate((it) => window.killPage.prepare(it), operation);
    this.#kept.begin(operation);
    await this.#page.evaluate((it) => window.killPage.perform(it), operation);
    this.#kept.finish();
  }

  async #operate(plan: Plan): Promise<RunReport> {
    const operation = plan.killed(this.#kept);
    await this.#page.evaluate((it) => window.killPage.prepare(it), operation);
    this.#kept.begin(operation);
    const killedAtMs = await this.#killDuring(plan.moment(), async () => {
      await this.#page.evaluate((it) => window.killPage.perform(it), operation);
      this.#kept.finish();
    });
    const isInside = !this.#kept.isSettled;
    const turns = this.#kept.countTurns();
    const complaints = await this.#lookAfterKill(killedAtMs);
    return { kind: plan.kind, isInside, turns, losses: this.#losses, complaints };
  }

  /** Starts on a profile of the first version, killed once or twice before it gets through. */
  async #migrate(plan: Plan): Promise<RunReport> {
    const name = `old-${this.#runs}`;
    await this.#goTo(name);
    const written = await this.#page.evaluate(
      (profile) => window.killPage.writeOldProfile(profile),
      plan.oldProfile(),
    );
    let isInside = false;
    for (let kills = plan.isKilledTwice() ? 2 : 1; kills > 0; kills--) {
      let hasStarted = false;
      await this.#killDuring(plan.moment(), async () => {
        await this.#page.evaluate(() => window.killPage.start([]));
        hasStarted = true;
      });
      isInside ||= !hasStarted;
      await this.#startBrowser(name);
    }
    const old = Kept.of(written);
    const turns = old.countTurns() + this.#kept.countTurns();
    const complaints = await this.#look(old, 0);
    await this.#page.evaluate(() => window.killPage.erase());
    await this.#goTo();
    complaints.push(...(await this.#look(this.#kept, 0)));
    return { kind: plan.kind, isInside, turns, losses: this.#losses, complaints };
  }

  /** Begins `work` in the page and kills the browser at `moment`; gives when that was. */
  async #killDuring(moment: Moment, work: () => Promise<void>): Promise<number> {
    const asked = this.#server.asked();
    if ('event' in moment) {
      await this.#page.evaluate((point) => window.killPage.killAt(point), moment);
    }
    const working = work().catch(() => {}); // the kill came first
    await ('event' in moment ? Promise.race([asked, working]) : after(moment.ms));
    const killedAtMs = Date.now();
    await must(this.#victim, 'it runs').kill();
    await working;
    this.#kept.stopListening();
    return killedAtMs;
  }

  async #lookAfterKill(killedAtMs: number): Promise<string[]> {
    await this.#startBrowser();
    return this.#look(this.#kept, killedAtMs);
  }

  /** Starts the page and compares what it has with `kept`. */
  async #look(kept: Kept, killedAtMs: number): Promise<string[]> {
    const openedBy = await this.#page.evaluate(
      (passphrases) => window.killPage.start(passphrases),
      kept.passphrases,
    );
    const found = await this.#page.evaluate(() => window.killPage.inventory());
    for (const loss of found.losses) {
      console.log(`The browser lost its database: ${loss}`);
    }
    this.#losses += found.losses.length;
    return kept.check(found, killedAtMs, openedBy);
  }

  async #startBrowser(database?: string): Promise<void> {
    this.#victim = await Victim.start(must(this.#folder, 'there is a profile'));
    await this.#page
      .context()
      .exposeBinding('tellDriver', (_source, told: Told) => this.#kept.hear(told));
    await this.#goTo(database);
  }

  async #goTo(database?: string): Promise<void> {
    const query = database === undefined ? '' : `?database=${database}`;
    await this.#page.goto(`${this.#server.url}${query}`);
  }

  get #page() {
    return must(this.#victim, 'it runs').page;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

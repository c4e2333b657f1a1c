import { setTimeout as sleep } from "node:timers/promises";

/** An open that takes longer counts as hung. */
const OPEN_WITHIN_MS = 10_000;

/** A tab that speaks to the engine, and what it told of itself while it could. */
export class Tab {
  openWrites = 0;
  durabilities = new Set();
  #waiting = [];

  constructor(context, origin, truth) {
    this.context = context;
    this.origin = origin;
    this.truth = truth;
  }

  async open() {
    this.page = await this.context.newPage();
    this.session = await this.context.newCDPSession(this.page);
    await this.page.exposeBinding("torture", (_source, message) => this.#hear(JSON.parse(message)));
    await this.page.goto(`${this.origin}/torture/`);
    return this.openEngine();
  }

  /** @returns what the engine said; "hung" when it said nothing in time */
  async openEngine() {
    const opening = this.page.evaluate(() => globalThis.harness.open());
    const answer = await Promise.race([opening, sleep(OPEN_WITHIN_MS, "hung", { ref: false })]);
    if (answer === "hung") opening.catch(() => {});
    return answer === "hung" ? { opened: { ok: false, refusal: { code: "HUNG" } } } : answer;
  }

  #hear(message) {
    if (message.type === "write") {
      this.openWrites = message.open;
      this.durabilities.add(message.durability);
    }
    if (message.type === "strike") this.struckWith = message.openWrites;
    if (message.type === "done") this.truth.settle(message.outcomes);
    for (const wait of this.#waiting.splice(0)) {
      if (wait.when(message)) wait.resolve(true);
      else this.#waiting.push(wait);
    }
  }

  /** Resolves to whether a message of this kind came in time. */
  heard(when, withinMs = 8000) {
    const { promise, resolve } = Promise.withResolvers?.() ?? deferred();
    this.#waiting.push({ when, resolve });
    return Promise.race([promise, sleep(withinMs, false, { ref: false })]);
  }

  arm(strike) {
    return this.page.evaluate((asked) => globalThis.harness.arm(asked), strike);
  }

  /** Starts an import and does not wait for it: the fault will end it. */
  begin(files) {
    this.truth.begin(files);
    const importing = this.import(files);
    importing.catch(() => {});
    this.importing = importing;
    return importing;
  }

  /** Whether the import that was begun last came to its end in time. */
  ended(withinMs = 60_000) {
    const end = this.importing.then(
      () => true,
      () => false,
    );
    return Promise.race([end, sleep(withinMs, false, { ref: false })]);
  }

  import(files) {
    return this.page.evaluate((asked) => globalThis.harness.import(asked), files);
  }

  call(method, args) {
    return this.page.evaluate(([name, given]) => globalThis.harness.call(name, given), [method, args]);
  }

  audit() {
    return this.page.evaluate(() => globalThis.harness.audit());
  }

  /** A page that crashed or hangs is left behind. */
  close() {
    const closing = this.page.close().catch(() => {});
    return Promise.race([closing, sleep(2000, undefined, { ref: false })]);
  }
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

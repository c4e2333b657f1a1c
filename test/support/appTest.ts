import { expect, test as base } from "@playwright/test";

/**
 * Playwright's `test` with a page that must stay clean: no console error, no uncaught error, no breach of the content
 * policy, no request to another origin. A test that provokes one on purpose allows it with `allowedProblems`.
 */
export const test = base.extend<{ readonly allowedProblems: readonly RegExp[]; readonly cleanPage: void }>({
  allowedProblems: [[], { option: true }],
  cleanPage: [
    async ({ page, baseURL, allowedProblems }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()}`);
      });
      // The context sees the requests of the service worker too.
      page.context().on("request", (request) => {
        const { protocol, origin, href } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== baseURL) problems.push(`foreign request: ${href}`);
      });
      await page.exposeFunction("reportViolation", (text: string) => void problems.push(`policy: ${text}`));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
          const report = Reflect.get(globalThis, "reportViolation") as (text: string) => void;
          report(`${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      await use();
      expect(problems.filter((problem) => !allowedProblems.some((allowed) => allowed.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

import { createWorkerDecoder } from "#src/ingest/workerDecoder.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";

import { createEngine } from "./engine.ts";
import { ownScriptUrl } from "./ownScriptUrl.ts";
import type { Port } from "./port.ts";
import { serve } from "./serve.ts";

// A worker obeys the policy of its own response: it too must vouch for the worker that it starts.
self.trustedTypes?.createPolicy("default", { createScriptURL: (address) => ownScriptUrl(address, location.href) });

const decoder = createWorkerDecoder();
const engine = createEngine({ store: createIndexedDbStore(), files: decoder });
const { methods } = engine;

// A dedicated worker's own scope is a port; the page's types, which this file is checked with, do not know it.
serve(
  self as unknown as Port,
  {
    ...methods,
    open: async (...asked) => {
      const opened = await methods.open(...asked);
      // Once the first figures are on their way, so that the first file finds it running.
      decoder.warm();
      return opened;
    },
  },
  engine.watch,
);

/**
 * What a folder of src may import. `folders` are folders of src, or one file of a folder; `types` are sources that may
 * only be imported as types. `null` is everything. A folder without a row fails test/architecture/layers.test.ts.
 */
export const LAYERS = {
  domain: { folders: [], libraries: [], types: [] },
  metrics: { folders: ["domain"], libraries: [], types: [] },
  ingest: { folders: ["domain"], libraries: ["@noble/hashes", "fflate", "hucre"], types: [] },
  store: { folders: ["domain"], libraries: ["dexie"], types: [] },
  engine: { folders: ["domain", "metrics", "ingest", "store"], libraries: [], types: [] },
  ui: {
    folders: ["domain"],
    libraries: [
      "react",
      "react-dom",
      "@base-ui/react",
      "react-day-picker",
      "date-fns",
      "@tanstack/react-table",
      "@tanstack/react-virtual",
      "lucide-react",
    ],
    types: ["echarts"],
  },
  view: {
    folders: ["domain", "engine/protocol.ts"],
    libraries: ["react", "@tanstack/react-query", "@tanstack/react-router", "valibot"],
    types: [],
  },
  features: {
    folders: ["domain", "ui", "view", "engine/protocol.ts", "metrics"],
    libraries: ["react", "@tanstack/react-query", "@tanstack/react-router", "lucide-react"],
    types: ["#src/metrics", "echarts"],
  },
  app: null,
};

/** One file a library where the whole folder may not have it. */
const ADAPTERS = {
  "src/domain/calendar.ts": ["date-fns", "@date-fns/tz"],
  "src/ui/Chart.tsx": ["echarts"],
  "src/ui/echarts.ts": ["echarts"],
};

const NEVER_GLOBALS = ["alert", "confirm", "prompt", "event", "name", "process", "Buffer", "require"];
const CLOCK = ["Date", "performance"];
const TIMERS = ["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame", "requestIdleCallback"];
const PAGE = ["window", "document", "navigator", "location", "history", "self", "globalThis", "crypto"];
const STORAGE = ["localStorage", "sessionStorage", "indexedDB", "caches"];
const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "BroadcastChannel"];
const OUTSIDE = [...NEVER_GLOBALS, ...TIMERS, ...PAGE, ...STORAGE, ...NETWORK];

const NEVER_PROPERTIES = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
  property,
  message: "Build nodes; text goes in as textContent.",
}));
const CHANCE = { object: "Math", property: "random", message: "Chance comes from a seed that the caller gives." };

const PURE = ["domain", "metrics", "ingest"];
/** They may wait, but what they answer depends on their arguments and the stored data alone. */
const CLOCKLESS = ["store", "engine"];

const NO_PARENT = { regex: String.raw`(^|/)\.\.(/|$)`, message: "Across folders write #src/folder/file.ts." };

function withInner(source) {
  return /\.[a-z]+$/.test(source) ? [source] : [source, `${source}/**`];
}

/**
 * Two faults of oxlint 1.89: a `!` in one group allows the source in all groups, so the patterns before it are regular
 * expressions; and a regular expression with look-ahead is ignored in silence.
 */
function imports(folder, { folders, libraries, types }, adapted = []) {
  const own = folder === "features" ? [] : [folder];
  const inside = [...own, ...folders].map((name) => `#src/${name}`);
  const typesOnly = types.filter((source) => !adapted.includes(source));
  const allowed = ["./*", ...inside, ...libraries, ...types, ...adapted].flatMap(withInner);
  return [
    "error",
    {
      patterns: [
        NO_PARENT,
        ...typesOnly.map((source) => ({ regex: `^${source}(/|$)`, allowTypeImports: true, message: "Types only." })),
        { group: ["**", ...allowed.map((source) => `!${source}`)], message: `Not for ${folder}: see LAYERS.` },
      ],
    },
  ];
}

function globals(names) {
  return [
    "error",
    ...names.map((name) => ({ name, message: "Not in this folder: it is an argument, or not needed." })),
  ];
}

function layer([folder, row]) {
  const rules = { "no-restricted-imports": row === null ? ["error", { patterns: [NO_PARENT] }] : imports(folder, row) };
  if (PURE.includes(folder)) {
    rules["no-restricted-globals"] = globals([...OUTSIDE, ...CLOCK]);
    rules["no-restricted-properties"] = ["error", ...NEVER_PROPERTIES, CHANCE];
  }
  if (CLOCKLESS.includes(folder)) {
    rules["no-restricted-globals"] = globals([...NEVER_GLOBALS, "Date"]);
    rules["no-restricted-properties"] = ["error", ...NEVER_PROPERTIES, CHANCE];
  }
  return { files: [`src/${folder}/**`], rules };
}

function adapter([file, libraries]) {
  const folder = file.split("/")[1];
  return { files: [file], rules: { "no-restricted-imports": imports(folder, LAYERS[folder], libraries) } };
}

export default {
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise", "react", "jsx-a11y", "vitest"],
  env: { browser: true, es2024: true },
  categories: { correctness: "error", suspicious: "error" },
  options: { denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["dist", ".cache", "node_modules", "sample-data"],
  rules: {
    eqeqeq: "error",
    // Reason: fast-check is read as `fc.array(…)` everywhere in its own documentation.
    "import/no-named-as-default-member": "off",
    "max-params": ["error", { max: 3 }],
    "no-alert": "error",
    "no-console": "error",
    "no-new-func": "error",
    "no-var": "error",
    "prefer-const": "error",
    "import/no-default-export": "error",
    "import/no-cycle": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],
    "react/exhaustive-deps": "error",
    "react/no-danger": "error",
    "react/no-array-index-key": "error",
    "react/rules-of-hooks": "error",
    "typescript/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
    "typescript/no-deprecated": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-misused-promises": "error",
    "typescript/only-throw-error": "error",
    "typescript/return-await": ["error", "error-handling-correctness-only"],
    "typescript/switch-exhaustiveness-check": "error",

    // JSX is compiled to the automatic runtime.
    "react/react-in-jsx-scope": "off",
    // CSS and set-up modules are imported for what they do.
    "import/no-unassigned-import": "off",
    // It cannot tell a role that has no element from one that has.
    "jsx-a11y/prefer-tag-over-role": "off",
    // The compiler's noImplicitReturns says it without false alarms.
    "typescript/consistent-return": "off",
    "unicorn/consistent-function-scoping": "off",
    // A port's or a request's single handler reads best as a property, and a port has no target origin.
    "unicorn/prefer-add-event-listener": "off",
    "unicorn/require-post-message-target-origin": "off",
    "promise/always-return": "off",
    // An array of one's own may be sorted where it lies, and copied before a loop that changes it.
    "unicorn/no-array-reverse": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-useless-spread": "off",
    // It would take away the `!` of typed-array reads wherever the receiver also takes undefined.
    "typescript/no-unnecessary-type-assertion": "off",
    "typescript/no-generated-empty-object-type": "off",
    // A brand is made by an assertion; that each says why is for review.
    "typescript/no-unsafe-type-assertion": "off",
    "no-restricted-globals": globals(NEVER_GLOBALS),
    "no-restricted-properties": ["error", ...NEVER_PROPERTIES],
    "no-restricted-imports": ["error", { patterns: [NO_PARENT] }],
  },
  overrides: [
    {
      // Plain JavaScript has no types to be safe with.
      files: ["**/*.ts", "**/*.tsx"],
      rules: Object.fromEntries(
        ["argument", "assignment", "call", "member-access", "return"].map((use) => [
          `typescript/no-unsafe-${use}`,
          "error",
        ]),
      ),
    },
    ...Object.entries(LAYERS).map(layer),
    ...Object.entries(ADAPTERS).map(adapter),
    {
      files: ["src/domain/calendar.ts"],
      rules: { "no-restricted-globals": globals([...OUTSIDE, "performance"]) },
    },
    {
      files: ["src/app/report.ts", "src/app/report/**"],
      rules: { "no-console": "off", "no-restricted-globals": "off" },
    },
    {
      files: ["test/**", "scripts/**", "*.config.*", ".size-limit.mjs"],
      rules: { "no-restricted-globals": "off" },
    },
    {
      files: ["test/**"],
      rules: {
        "max-params": "off",
        // The second argument says which of many rows failed.
        "vitest/valid-expect": ["error", { maxArgs: 2 }],
        "no-restricted-properties": [
          "error",
          { object: "vi", property: "mock", message: "We do not mock our own modules." },
          { property: "waitForTimeout", message: "Wait for what the reader would see." },
          { property: "waitForFunction", message: "It evaluates text, which the policy forbids: use locators." },
        ],
      },
    },
    { files: ["scripts/**"], rules: { "no-console": "off" } },
    { files: ["*.config.*", ".size-limit.mjs"], rules: { "import/no-default-export": "off" } },
  ],
};

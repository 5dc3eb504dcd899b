// The import directions of the tree (README, "Where things are"): layers are forbidden edges, checked on every run.
// Each rule says in its comment why it is there. Tests may import anything: they are not cruised.
const PURE = [
  "journey",
  "work-group",
  "payments",
  "turn",
  "words",
  "rehearsal",
  "register",
  "letters",
  "prospectus",
  "calendar",
];
const libs = (...names) => names.map((name) => `^libs/${name}/`);
const pure = libs(...PURE);
/** The log of every process: one, whoever writes into it. */
const LOG = "^libs/watch/log\\.ts$";

/** Of what is in this repository, `from` may import only itself and `to`. */
function only(name, comment, from, to) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: "^(apps|workflows|activities|libs|test)/", pathNot: [from, ...to] },
  };
}

/** Of npm packages and Node's own modules, `from` may import only `packages`. */
function packagesOnly(name, comment, from, packages) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: {
      dependencyTypesNot: ["local", "localmodule"],
      path: ".",
      pathNot: ["^(apps|workflows|activities|libs|test)/", ...packages.map((it) => `node_modules/${it}(/|$)`)],
    },
  };
}

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that import each other, be it for types alone, are one file to whoever reads them.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-missing",
      comment: "An import that does not resolve breaks at start.",
      severity: "error",
      from: {},
      // Node's own, which has no name without the prefix; and what `npm run api-types` makes.
      to: { couldNotResolve: true, pathNot: "^node:sqlite$|^\\./types\\.d\\.ts$" },
    },
    {
      name: "no-undeclared-package",
      comment: "A package that package.json does not name may be gone tomorrow.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },

    {
      name: "service-takes-no-dev-package",
      comment:
        "The image of the service is installed without development packages; the client is for others' programs.",
      severity: "error",
      from: {
        path: "^(apps/(api|console|web|worker)|libs|activities|workflows)/|^apps/cli/migrate",
        pathNot: "^apps/api/client/",
      },
      to: { dependencyTypes: ["npm-dev"] },
    },

    ...PURE.map((lib) =>
      only(
        `pure-${lib}`,
        "The rules are pure: they run in the service, the rehearsal and a what-if alike.",
        `^libs/${lib}/`,
        pure,
      ),
    ),
    packagesOnly(
      "pure-takes-no-package",
      "Pure code reaches for nothing: no disk, no clock, no framework.",
      [...libs(...PURE.filter((lib) => lib !== "calendar" && lib !== "register")), "^libs/register/[^/]+$"],
      [],
    ),
    packagesOnly(
      "calendar-takes-temporal-and-ical",
      "Dates, instants and calendars are kept in one place.",
      libs("calendar"),
      ["temporal-polyfill", "ical-generator"],
    ),
    {
      ...only(
        "workflow-takes-contract-and-types",
        "A workflow waits and asks; it holds no rules, so it outlives every version of them.",
        "^workflows/",
        libs("contract"),
      ),
      to: {
        path: "^(apps|workflows|activities|libs|test)/",
        pathNot: ["^workflows/", ...libs("contract")],
        dependencyTypesNot: ["type-only"],
      },
    },
    only(
      "workflow-types",
      "Even as types, a workflow knows activities, messages and the words of the rules only.",
      "^workflows/",
      [...libs("contract"), ...pure, "^activities/"],
    ),
    packagesOnly(
      "workflow-packages",
      "A workflow is replayed: only what is deterministic may be in it.",
      ["^workflows/"],
      ["@temporalio/(workflow|common)"],
    ),

    only(
      "activities",
      "Activities do what one effect needs; how they are put together, and with what settings, is the affair of apps.",
      "^activities/",
      [...pure, ...libs("contract", "book", "store", "views", "people", "mail", "temporal", "webhooks")],
    ),
    only(
      "contract",
      "Messages are words of the rules with names of their own; both sides of Temporal load them.",
      "^libs/contract/",
      pure,
    ),
    only("store", "What is kept knows the rules’ words, and nothing of what is read of it.", "^libs/store/", [
      ...pure,
      ...libs("contract"),
    ]),
    only("views", "A read table is made of events.", "^libs/views/", [...pure, ...libs("contract", "store")]),
    only(
      "book",
      "A round decides by the rules on what is stored, and keeps it with what is read of it.",
      "^libs/book/",
      [...pure, ...libs("contract", "store", "views")],
    ),
    only("people", "Personal data is kept beside events, and known to nothing that is pure.", "^libs/people/", [
      ...pure,
      ...libs("contract", "store"),
    ]),
    only("temporal", "What is brought to Temporal is claimed in PostgreSQL first.", "^libs/temporal/", [
      ...pure,
      ...libs("contract", "store"),
    ]),
    ...["mail", "webhooks"].map((lib) =>
      only(lib, "A client brings something out; what and when, its caller knows.", `^libs/${lib}/`, [
        ...pure,
        ...libs("contract"),
      ]),
    ),
    only("watch", "What is watched is read where it is kept; whoever logs need know nothing of it.", "^libs/watch/", [
      ...pure,
      ...libs("contract", "store", "views", "people"),
      "^libs/book/where-it-broke\\.ts$",
    ]),
    only(
      "config",
      "What is read from disk and environment becomes plain data of the pure libs.",
      "^libs/config/",
      pure,
    ),
    only("service", "A use case knows neither HTTP nor HTML.", "^libs/service/", [
      ...pure,
      ...libs("contract", "book", "store", "views", "people", "temporal", "webhooks"),
      // Which organisation is which hub, as a sign-in is mapped by it.
      "^libs/config/dfe-organisations\\.ts$",
    ]),
    only("http", "What the API and the console share of HTTP turns requests into calls of use cases.", "^libs/http/", [
      ...pure,
      ...libs("service", "config"),
      LOG,
    ]),

    // API and console stand side by side: neither knows the other.
    ...["api", "console"].map((app) =>
      only(
        "edge",
        "The edge turns JSON and forms into calls of use cases; what is stored, sent and woken is behind them.",
        `^apps/${app}/`,
        [...pure, ...libs("http", "service", "contract", "config"), LOG],
      ),
    ),
    only(
      "sign-in",
      "The embedded sign-in knows who may sign in, and nothing of journeys; a real one takes its place.",
      "^apps/sign-in/",
      ["^libs/config/", "^libs/service/access/principal\\.ts$", "^libs/words/as-html\\.ts$"],
    ),
    only("web", "The process that serves composes the API and the console over the use cases.", "^apps/web/", [
      "^apps/(api|console)/",
      "^libs/",
    ]),
    only("worker", "The worker composes workflows and activities; it serves nobody.", "^apps/worker/", [
      "^workflows/",
      "^activities/",
      "^libs/",
      "^apps/cli/setup/",
    ]),
    only(
      "demo",
      "A demonstration asks the use cases and performs what they owe: it composes, and serves nobody.",
      "^apps/demo/",
      ["^libs/", "^activities/", "^apps/sign-in/sign-ins\\.ts$"],
    ),
    {
      name: "nothing-that-serves-knows-a-demonstration",
      comment: "Whatever runs in service runs without one.",
      severity: "error",
      from: { path: "^(apps/(api|console|web|worker|sign-in|inbox)|libs|activities|workflows)/" },
      to: { path: "^apps/demo/" },
    },
    {
      name: "terminal",
      comment: "A command at a terminal asks a use case, as the API and the console do.",
      severity: "error",
      from: { path: "^apps/cli/" },
      to: { path: ["^apps/(api|console|web)/", ...libs("store", "views", "people", "book", "mail", "webhooks")] },
    },
    {
      name: "libs-know-no-app",
      comment: "Only apps compose.",
      severity: "error",
      from: { path: "^(libs|activities|workflows)/" },
      to: { path: "^apps/" },
    },
    {
      name: "no-test-in-service",
      comment: "What runs in service does not lean on test code.",
      severity: "error",
      from: { path: "^(apps|libs|activities|workflows)/" },
      to: { path: ["^test/", "\\.spec\\.ts$"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["\\.spec\\.ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    builtInModules: { add: [] },
  },
};

// API and console as a process: `node --import ./apps/cli/setup/typescript.mjs apps/web/main.ts`. It is ready to answer
// before PostgreSQL and Temporal are; what needs them answers 503 until then.

import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { readApiEnvironment } from "../../libs/config/environment.ts";
import { EnvironmentError } from "../../libs/config/variables.ts";
import { OrganisationsFault, loadDfeOrganisations } from "../../libs/config/dfe-organisations.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { hubInboxes } from "../../libs/mail/hub-inboxes.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { CatalogueFault } from "../../libs/prospectus/fault.ts";
import { WebSettings } from "../../libs/http/web-settings.ts";
import { serveMetrics } from "../../libs/watch/metrics-server.ts";
import { faultOf, logAs, logLastWords, writeLog } from "../../libs/watch/log.ts";
import type { Traces } from "../../libs/watch/traces.ts";
import { createWeb } from "./create-web.ts";
import { WebMetrics } from "./metrics.ts";
import { patience, patientAtFirst } from "./patience.ts";

logAs("web");
logLastWords();
try {
  await start();
} catch (error) {
  // What a person can mend is said in words; anything else is a defect.
  const known =
    error instanceof EnvironmentError || error instanceof CatalogueFault || error instanceof OrganisationsFault;
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const taken = "Another program listens on PORT or METRICS_PORT already.\n";
  process.stderr.write(known ? `${error.message}\n` : inUse ? taken : "");
  writeLog("error", "start failed", faultOf(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const given = readApiEnvironment(process.env);
  const { host, port, databaseUrl, temporalUiUrl, peopleKeys, erasureLog, demo } = given;
  const metrics = given.metrics && new WebMetrics();
  const traces = await tracesOf(given);
  const settings = new WebSettings({
    databaseUrl,
    peopleKeyring: makeKeyring(peopleKeys),
    erasureLog,
    hubInbox: hubInboxes(given.hubInbox),
    temporalUiUrl: temporalUiUrl ?? null,
    temporal: {
      address: given.temporalAddress,
      namespace: given.temporalNamespace,
      ...(given.temporalAccess && { access: given.temporalAccess }),
      ...(traces && { interceptors: traces.client }),
    },
    ...(metrics && { heard: metrics.heard }),
    catalogue: loadCatalogue(),
    calendarOf: loadCalendars(),
    commandTimeoutMs: patience.commandMs,
    clock: demo === undefined ? Date.now : () => Date.now() + demo.aheadMs,
    demonstration: demo !== undefined,
    signIn: {
      issuer: given.oidcIssuer,
      clientId: given.oidcClientId,
      clientSecret: given.oidcClientSecret ?? null,
      scope: given.oidcScope,
    },
    dfeOrganisations: loadDfeOrganisations(given.dfeOrganisations),
    publicUrl: given.publicUrl,
    sessionSecret: given.sessionSecret ?? randomBytes(32).toString("base64url"),
    mailReceiptToken: given.notifyReceiptToken ?? null,
    rateLimits: { signedIn: given.rateLimit, anyone: given.rateLimitAnyone },
    notice: given.notice ?? null,
    supportEmail: given.supportEmail ?? null,
    trustedProxies: given.trustedProxies,
    webhookLoopback: given.webhookLoopback,
  });
  patientAtFirst(settings);
  const app = await createWeb(settings, metrics);
  const shown = given.metrics && metrics && (await serveMetrics(metrics.registry, given.metrics));
  await app.listen(port, host);
  writeLog("info", "listening", { host, port, metrics: given.metrics?.port });
  stopWhenTold(async () => {
    // Who keeps a connection and goes on asking by it would keep us for ever: each answer from now on ends its own.
    (app.getHttpServer() as Server).prependListener("request", (_request, response) => {
      response.setHeader("Connection", "close");
    });
    // Requests under way are answered first, then the pools close.
    await app.close();
    await shown?.stop();
    await traces?.stop();
  });
}

/** Traces where a collector is named; elsewhere not even their packages are loaded. */
async function tracesOf({ tracesTo }: { tracesTo: string | undefined }): Promise<Traces | undefined> {
  if (tracesTo === undefined) return undefined;
  const { startTraces } = await import("../../libs/watch/traces.ts");
  return startTraces("web");
}

function stopWhenTold(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    writeLog("info", "stopping", { signal });
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        writeLog("error", "stop failed", faultOf(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
}

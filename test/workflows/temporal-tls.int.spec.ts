// Temporal beyond this machine: TLS, with a certificate of ours (mTLS), as the settings name it. A small proxy in front
// of the test server speaks TLS and lets in whom the authority has certified; certificates are made here.

import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { connect, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { createServer, type Server } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection } from "@temporalio/worker";
import { startWorker, type RunningWorker } from "../../apps/worker/worker.ts";
import type { Command } from "../../libs/journey/commands.ts";
import { readWorkerEnvironment } from "../../libs/config/environment.ts";
import { readTemporalAccess } from "../../libs/config/temporal-access.ts";
import { Temporal } from "../../libs/service/temporal.ts";
import { performCommand, wakeSubject } from "../../libs/temporal/subject-client.ts";
import { claimWhole } from "../../libs/temporal/bring-command.ts";
import { newAuthority, type Authority } from "../support/certificates.ts";
import { putJourney } from "../support/journeys.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { pauseSchedules } from "../support/quiet-schedules.ts";
import "../support/quiet-temporal.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { folderOfRun, sharedInRun } from "../support/test-run.ts";
import { command } from "./commands.ts";

const WITHIN_MS = 5_000;
const authority = newAuthority("Authority of this test");
const stranger = newAuthority("Authority of somebody else");
let store: TestStore;
let namespace: string;
let proxy: Proxy;
let worker: RunningWorker;

/** Speaks TLS in front of Temporal. `names`: of those who were let in. */
interface Proxy {
  address: string;
  names: string[];
  stop(): Promise<void>;
}

async function proxyTo(address: string, own: Authority): Promise<Proxy> {
  const { key, cert } = own.certify("localhost");
  const [host, port] = [
    address.slice(0, address.lastIndexOf(":")),
    Number(address.slice(address.lastIndexOf(":") + 1)),
  ];
  const names: string[] = [];
  const open = new Set<Socket>();
  const keep = <S extends Socket>(socket: S): S => {
    open.add(socket);
    // One end that breaks off takes the other with it.
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    return socket;
  };
  const options = { key, cert, ca: authority.cert, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ["h2"] };
  const server: Server = createServer(options, (inside) => {
    names.push(String(inside.getPeerCertificate().subject.CN));
    const behind = keep(connect(port, host));
    keep(inside).pipe(behind).pipe(inside);
    inside.on("close", () => behind.destroy());
    behind.on("close", () => inside.destroy());
  });
  server.on("tlsClientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    names,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The settings by which somebody with a certificate of `by` trusts `trusts`, as files; `null`: without one. */
function settings(name: string, by: Authority | null, trusts: Authority): Record<string, string> {
  const folder = mkdtempSync(join(folderOfRun(), "tls-"));
  const file = (of: string, pem: string): string => {
    const path = join(folder, of);
    writeFileSync(path, pem);
    chmodSync(path, 0o600);
    return path;
  };
  const own = by?.certify(name);
  return {
    TEMPORAL_ADDRESS: proxy.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TLS: "true",
    TEMPORAL_TLS_SERVER_NAME: "localhost",
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: file("ca.pem", trusts.cert),
    ...(own && {
      TEMPORAL_TLS_CLIENT_CERT_PATH: file("client.pem", own.cert),
      TEMPORAL_TLS_CLIENT_KEY_PATH: file("client.key", own.key),
    }),
  };
}

/** What the service and the terminal reach Temporal by. */
function temporalBy(env: Record<string, string>): Temporal {
  const read = readTemporalAccess(env);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const { access } = read.given;
  return new Temporal({ address: proxy.address, namespace, ...(access && { access }) });
}

beforeAll(async () => {
  store = await freshStore();
  const server = await devServer();
  ({ namespace } = server);
  // The school below is of 2020: a sweep that woke it before its command came would bring it six years on.
  const connection = await Connection.connect({ address: server.address });
  await pauseSchedules(new Client({ connection, namespace }));
  await connection.close();
  proxy = await proxyTo(server.address, authority);
  const environment = readWorkerEnvironment({
    ...settings("worker", authority, authority),
    DATABASE_URL: store.appUrl,
    PEOPLE_KEY: TEST_KEY.toString("base64"),
    SMTP_URL: "smtp://127.0.0.1:9",
  });
  worker = await startWorker(environment, { bundle: (await sharedInRun("workflows")).codePath });
}, 90_000);

afterAll(async () => {
  worker?.stop();
  await worker?.ended;
  await proxy?.stop();
  await store?.close();
}, 30_000);

describe("Temporal over TLS, with a certificate of ours", () => {
  it("is reached by the service and the worker: a command goes the whole way", async () => {
    const journey = await putJourney(store, {
      urn: "100001",
      hub: "great-north",
      workGroup: "north-1",
      until: "2020-12-01",
    });
    const service = temporalBy(settings("service", authority, authority));
    try {
      await service.ping(WITHIN_MS);
      const asked = command("PauseJourney", { reason: { id: "text-1", words: 3 } }, { who: "p-1", role: "hub-lead" });
      const paused = { ...asked, at: "2020-12-01T09:00:00Z" } as Command;
      const { epoch } = await claimWhole(store.app, journey, paused, "digest");
      const outcome = await performCommand(service.client, journey, paused, { timeoutMs: 20_000, epoch });
      expect(outcome).toMatchObject({ accepted: true, status: "paused" });
      await wakeSubject(service.client, journey, { timeoutMs: WITHIN_MS });
    } finally {
      await service.close();
    }
    expect(new Set(proxy.names)).toEqual(new Set(["worker", "service"]));
  }, 40_000);

  it.each([
    ["without a certificate", null, authority],
    ["with one that somebody else has signed", stranger, authority],
    ["where the server's is signed by somebody else", authority, stranger],
  ])(
    "is not reached %s",
    async (_, by, trusts) => {
      const before = proxy.names.length;
      const env = settings("intruder", by, trusts);
      const service = temporalBy(env);
      await expect(service.ping(WITHIN_MS)).rejects.toThrow();
      await service.close();
      const read = readTemporalAccess(env);
      const access = "given" in read ? read.given.access : {};
      await expect(NativeConnection.connect({ address: proxy.address, ...access })).rejects.toThrow();
      expect(proxy.names.slice(before)).toEqual([]);
    },
    40_000,
  );
});

// TLS to a real PostgreSQL: its certificate is held to the authority that the address names; no other is taken.

import { chmodSync, chownSync, mkdtempSync, appendFileSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres, type RunningPostgres } from "../../apps/cli/setup/postgres.ts";
import { newAuthority } from "../../test/support/certificates.ts";
import { folderOfRun } from "../../test/support/test-run.ts";
import { openDataSource } from "./data-source.ts";
import { StoreError } from "./errors.ts";
import { migrate } from "./migrate.ts";

const authority = newAuthority("Authority of this test");
const stranger = newAuthority("Authority of somebody else");
let folder: string;
let postgres: RunningPostgres;

beforeAll(async () => {
  folder = mkdtempSync(join(folderOfRun(), "tls-"));
  const cluster = { folder: join(folder, "postgres"), port: await freePort(), throwAway: true };
  await (await startPostgres(cluster)).stop();
  const data = join(cluster.folder, "data");
  const { uid, gid } = statSync(data);
  const { key, cert } = authority.certify("postgres");
  for (const [name, text] of [
    ["server.key", key],
    ["server.crt", cert],
  ] as const) {
    writeFileSync(join(data, name), text);
    chownSync(join(data, name), uid, gid);
    chmodSync(join(data, name), 0o600);
  }
  appendFileSync(join(data, "postgresql.conf"), "\nssl = on\n");
  postgres = await startPostgres(cluster);
}, 120_000);

afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** An address by the name that the certificate has, or by another; the authority's certificate in a file. */
function address(url: string, { ca, host = "localhost" }: { ca: string; host?: string }): string {
  const file = join(folder, `${ca === authority.cert ? "own" : "strange"}.pem`);
  writeFileSync(file, ca);
  const { username, password, port, pathname } = new URL(url);
  const query = `sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`;
  return `postgres://${username}:${password}@${host}:${port}${pathname}?${query}`;
}

const refused = async (url: string): Promise<void> => {
  const failed: unknown = await openDataSource(url, []).catch((error: unknown) => error);
  expect(failed).toEqual(new StoreError("database-unavailable"));
};

it("brings the schema up and serves over TLS, held to the authority that the address names", async () => {
  await migrate(address(postgres.ownerUrl, { ca: authority.cert }));
  const source = await openDataSource(address(postgres.appUrl, { ca: authority.cert }), []);
  const [line]: { ssl: boolean; version: string }[] = await source.query(
    "select ssl, version from pg_stat_ssl where pid = pg_backend_pid()",
  );
  await source.destroy();
  expect(line).toEqual({ ssl: true, version: "TLSv1.3" });
}, 60_000);

it("takes no certificate of another authority, and none for another name", async () => {
  await refused(address(postgres.appUrl, { ca: stranger.cert }));
  await refused(address(postgres.appUrl, { ca: authority.cert, host: "127.0.0.2" }));
  // The machine's own authorities do not know it either.
  await refused(`${postgres.appUrl.replace("127.0.0.1", "localhost")}?sslmode=verify-full`);
});

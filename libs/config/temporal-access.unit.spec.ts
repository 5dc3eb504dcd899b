import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { readEnvironment, readWorkerEnvironment } from "./environment.ts";
import { readTemporalAccess } from "./temporal-access.ts";
import { EnvironmentError } from "./variables.ts";

const folder = mkdtempSync(join(tmpdir(), "temporal-access-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const CERT = "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n";
const KEY = "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n";
const cert = file("client.pem", CERT);
const key = file("client.key", KEY);
const ca = file("ca.pem", CERT);
const config = file(
  "temporal.toml",
  `[profile.default]\naddress = "file.example:7233"\nnamespace = "of-the-file"\napi_key = "hunter2"\n
[profile.hubs]\naddress = "hubs.example:7233"\n
[profile.hubs.tls]\nclient_cert_path = "${cert}"\nclient_key_path = "${key}"\n`,
);

const faultsOf = (env: Record<string, string>) => {
  const read = readTemporalAccess(env);
  return "faults" in read ? read.faults.map(({ detail }) => detail) : [];
};
const givenBy = (env: Record<string, string>) => {
  const read = readTemporalAccess(env);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.given;
};

describe("how Temporal is reached", () => {
  it("is without TLS where nothing says otherwise, whatever somebody has in their home folder", () => {
    expect(givenBy({ HOME: folder, XDG_CONFIG_HOME: folder })).toEqual({ address: undefined, namespace: undefined });
    expect(givenBy({ TEMPORAL_TLS: "", TEMPORAL_API_KEY: "" }).access).toBeUndefined();
  });

  it("is with TLS, with a certificate of ours, or with an API key, which is never sent in the clear", () => {
    expect(givenBy({ TEMPORAL_TLS: "true" }).access).toEqual({ tls: {} });
    expect(givenBy({ TEMPORAL_API_KEY: "k" }).access).toEqual({ apiKey: "k", tls: true });
    const paths = { TEMPORAL_TLS_CLIENT_CERT_PATH: cert, TEMPORAL_TLS_CLIENT_KEY_PATH: key };
    const { tls } = givenBy({ ...paths, TEMPORAL_TLS_SERVER_CA_CERT_PATH: ca }).access ?? {};
    expect(tls).toMatchObject({ clientCertPair: { crt: expect.anything(), key: expect.anything() } });
    expect(tls).toHaveProperty("serverRootCACertificate");
  });

  it("stands in the file that TEMPORAL_CONFIG_FILE names, profile by profile; the environment comes first", () => {
    expect(givenBy({ TEMPORAL_CONFIG_FILE: config })).toMatchObject({
      address: "file.example:7233",
      namespace: "of-the-file",
      access: { apiKey: "hunter2", tls: true },
    });
    const hubs = givenBy({ TEMPORAL_CONFIG_FILE: config, TEMPORAL_PROFILE: "hubs", TEMPORAL_NAMESPACE: "mine" });
    expect(hubs).toMatchObject({ address: "hubs.example:7233", namespace: "mine" });
    expect(hubs.access?.tls).toHaveProperty("clientCertPair");
  });

  it.each([
    ["TEMPORAL_TLS", { TEMPORAL_TLS: "yes" }],
    ["TEMPORAL_CONFIG_FILE", { TEMPORAL_CONFIG_FILE: join(folder, "nowhere.toml") }],
    ["TEMPORAL_CONFIG_FILE", { TEMPORAL_CONFIG_FILE: file("broken.toml", 'api_key = "hunter2') }],
    ["TEMPORAL_CONFIG_FILE", { TEMPORAL_CONFIG_FILE: file("odd.toml", '[profile.default]\napikey = "hunter2"') }],
    ["TEMPORAL_PROFILE", { TEMPORAL_CONFIG_FILE: config, TEMPORAL_PROFILE: "nobody" }],
    ["TEMPORAL_PROFILE", { TEMPORAL_PROFILE: "hubs" }],
    ["TEMPORAL_TLS_CLIENT_KEY_PATH", { TEMPORAL_TLS_CLIENT_CERT_PATH: cert }],
    ["TEMPORAL_TLS_CLIENT_CERT_PATH", { TEMPORAL_TLS_CLIENT_KEY_DATA: KEY }],
    ["TEMPORAL_TLS_SERVER_CA_CERT_PATH", { TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, "nowhere.pem") }],
    ["TEMPORAL_TLS_SERVER_CA_CERT_DATA", { TEMPORAL_TLS_SERVER_CA_CERT_DATA: "hunter2" }],
    ["TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", { TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: "true" }],
    ["TEMPORAL_CODEC_ENDPOINT", { TEMPORAL_CODEC_ENDPOINT: "https://codec.example" }],
    ["TEMPORAL_API_KEY", { TEMPORAL_API_KEY: "hunter2", TEMPORAL_TLS: "false" }],
  ])("%s that is wrong is said by its name, and nothing of it is repeated", (name, env) => {
    const faults = faultsOf(env);
    expect(faults).toEqual([expect.stringMatching(`^${name} .*\\.$`)]);
    expect(faults.join()).not.toContain("hunter2");
    expect(() => readEnvironment({ TEMPORAL_ADDRESS: "temporal.example:7233", ...env })).toThrow(EnvironmentError);
  });

  it("goes to worker and service with everything else they are given; the embedded server has nothing of it", () => {
    const needed = {
      DATABASE_URL: "postgres://app@db.example/journeys",
      SMTP_URL: "smtp://mail.example",
      PEOPLE_KEY: Buffer.alloc(32, 1).toString("base64"),
      TEMPORAL_CONFIG_FILE: config,
    };
    expect(readWorkerEnvironment(needed)).toMatchObject({
      temporalAddress: "file.example:7233",
      temporalNamespace: "of-the-file",
      temporalAccess: { apiKey: "hunter2" },
    });
    expect(() => readEnvironment({ TEMPORAL_API_KEY: "k" })).toThrow(/^TEMPORAL_ADDRESS is not set/u);
  });
});

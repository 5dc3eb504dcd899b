// How Temporal is reached: its address and namespace, TLS, a certificate of our own, an API key. As Temporal's own
// tools have it (envconfig), from the environment and the file that TEMPORAL_CONFIG_FILE names, and from nowhere else:
// a file in somebody's home folder is no setting of a service.

import { existsSync, readFileSync } from "node:fs";
import { loadClientConfigProfile, toClientOptions, type ClientConfigProfile } from "@temporalio/envconfig";

/** Beside address and namespace: how who calls is known, and the server to them. */
export type TemporalAccess = Pick<
  ReturnType<typeof toClientOptions>["connectionOptions"],
  "apiKey" | "tls" | "metadata"
>;

/** What is given; address and namespace as they stand there, unchecked. */
export interface TemporalGiven {
  address: string | undefined;
  namespace: string | undefined;
  /** Undefined: nothing of it. */
  access: TemporalAccess | undefined;
}

/** The settings that this reads beside TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE. */
export const TEMPORAL_ACCESS_VARIABLES = [
  "TEMPORAL_CONFIG_FILE",
  "TEMPORAL_PROFILE",
  "TEMPORAL_API_KEY",
  "TEMPORAL_TLS",
  "TEMPORAL_TLS_CLIENT_CERT_PATH",
  "TEMPORAL_TLS_CLIENT_CERT_DATA",
  "TEMPORAL_TLS_CLIENT_KEY_PATH",
  "TEMPORAL_TLS_CLIENT_KEY_DATA",
  "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
  "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
  "TEMPORAL_TLS_SERVER_NAME",
  "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
  "TEMPORAL_CODEC_ENDPOINT",
] as const;
export type TemporalAccessVariable = (typeof TEMPORAL_ACCESS_VARIABLES)[number];

/** A setting that is wrong: the sentence names it, and repeats nothing of it. */
export interface TemporalFault {
  variable: TemporalAccessVariable;
  detail: string;
}

type Env = Record<string, string | undefined>;
type Note = (variable: TemporalAccessVariable, says: string) => void;

/** Reads it, or says all that is wrong with it. `env`: an empty value counts as not set. */
export function readTemporalAccess(env: Env): { given: TemporalGiven } | { faults: TemporalFault[] } {
  const faults: TemporalFault[] = [];
  const note: Note = (variable, says) => faults.push({ variable, detail: `${variable} ${says}.` });
  checkWords(env, note);
  const profile = faults.length === 0 ? profileOf(env, note) : null;
  if (profile !== null) checkTls(profile, env, note);
  if (profile === null || faults.length > 0) return { faults };
  const { connectionOptions, namespace } = toClientOptions(profile);
  const { address, apiKey, tls, metadata } = connectionOptions;
  const access = {
    ...(apiKey !== undefined && { apiKey }),
    ...(tls !== undefined && { tls }),
    ...(metadata !== undefined && { metadata }),
  };
  return { given: { address, namespace, access: Object.keys(access).length > 0 ? access : undefined } };
}

/** What envconfig would take for something else, or pass over in silence. */
function checkWords(env: Env, note: Note): void {
  const tls = env["TEMPORAL_TLS"] || undefined;
  if (tls !== undefined && !["true", "false", "1", "0"].includes(tls)) note("TEMPORAL_TLS", "must be true or false");
  if (env["TEMPORAL_TLS_DISABLE_HOST_VERIFICATION"])
    note("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "is not taken: set TEMPORAL_TLS_SERVER_CA_CERT_PATH instead");
  if (env["TEMPORAL_CODEC_ENDPOINT"])
    note("TEMPORAL_CODEC_ENDPOINT", "is not taken: nothing in a workflow needs to be encoded, it holds ids alone");
  if (env["TEMPORAL_PROFILE"] && !env["TEMPORAL_CONFIG_FILE"])
    note("TEMPORAL_PROFILE", "names a profile of TEMPORAL_CONFIG_FILE, which is not set");
  const file = env["TEMPORAL_CONFIG_FILE"];
  if (file && !isReadable(file)) note("TEMPORAL_CONFIG_FILE", "must be the path of a file that can be read");
}

function profileOf(env: Env, note: Note): ClientConfigProfile | null {
  const set = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const path = env["TEMPORAL_CONFIG_FILE"];
  const overrideEnvVars: Record<string, string> = Object.fromEntries(set);
  try {
    return loadClientConfigProfile({
      ...(path ? { configSource: { path }, configFileStrict: true } : { disableFile: true }),
      overrideEnvVars,
    });
  } catch (error) {
    // What a parser says of a file quotes it, keys and all.
    const unknown = error instanceof Error && error.message.startsWith("Profile ");
    if (unknown) note("TEMPORAL_PROFILE", "names a profile that TEMPORAL_CONFIG_FILE does not have");
    else
      note("TEMPORAL_CONFIG_FILE", "must be a file of Temporal's own form: TOML, with [profile.default] and its keys");
    return null;
  }
}

const PARTS = [
  ["clientCert", "TEMPORAL_TLS_CLIENT_CERT"],
  ["clientKey", "TEMPORAL_TLS_CLIENT_KEY"],
  ["serverCACert", "TEMPORAL_TLS_SERVER_CA_CERT"],
] as const;

function checkTls({ tls, apiKey }: ClientConfigProfile, env: Env, note: Note): void {
  for (const [part, prefix] of PARTS) {
    const source = tls?.[part];
    if (source === undefined) continue;
    const variable = [`${prefix}_PATH` as const, `${prefix}_DATA` as const].find((name) => env[name]);
    const text = "path" in source ? read(source.path) : Buffer.from(source.data).toString();
    if (text === null || !text.includes("-----BEGIN "))
      note(variable ?? "TEMPORAL_CONFIG_FILE", `must give a ${part === "clientKey" ? "key" : "certificate"} in PEM`);
  }
  const lone = (tls?.clientCert === undefined) !== (tls?.clientKey === undefined);
  if (lone) {
    const [has, lacks] = tls?.clientKey === undefined ? ["CERT", "KEY"] : (["KEY", "CERT"] as const);
    const named = env[`TEMPORAL_TLS_CLIENT_${has}_PATH`] || env[`TEMPORAL_TLS_CLIENT_${has}_DATA`];
    if (named)
      note(`TEMPORAL_TLS_CLIENT_${lacks}_PATH` as TemporalAccessVariable, "is missing: a certificate has a key");
    else note("TEMPORAL_CONFIG_FILE", "gives a client certificate or its key, and not the other");
  }
  if (apiKey !== undefined && tls?.disabled === true)
    note("TEMPORAL_API_KEY", "would be sent in the clear: TEMPORAL_TLS is false");
}

const isReadable = (path: string): boolean => existsSync(path) && read(path) !== null;

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // whatever it was: it is said by the name of the setting
  }
}

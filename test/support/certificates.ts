// Certificates of a test's own, made as it runs and kept nowhere: X.509 in a few lines of DER, on Node's keys and
// signatures, so that no program beside Node is needed.

import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

/** A key and its certificate, in PEM. */
export interface Certified {
  key: string;
  cert: string;
}

/** Who signs certificates. */
export interface Authority extends Certified {
  /** One for a server that goes by `localhost`, or for who calls it; `name`: whose it is. */
  certify(name: string): Certified;
}

/** An authority that nobody knows but who is given its certificate. */
export function newAuthority(name: string): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isCa = sequence(BASIC_CONSTRAINTS, TRUE, octets(sequence(TRUE)));
  const own = { issuer: name, signer: privateKey };
  return {
    key: pemOf(privateKey),
    cert: certificate({ ...own, subject: name, publicKey, extensions: [isCa] }),
    certify: (subject) => {
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const extensions = [sequence(ALTERNATIVE_NAME, octets(sequence(der(DNS_NAME, Buffer.from("localhost")))))];
      return {
        key: pemOf(pair.privateKey),
        cert: certificate({ ...own, subject, publicKey: pair.publicKey, extensions }),
      };
    },
  };
}

const HOUR_MS = 3_600_000;

function certificate(of: {
  issuer: string;
  signer: KeyObject;
  subject: string;
  publicKey: KeyObject;
  extensions: readonly Buffer[];
}): string {
  const now = Date.now();
  const signed = sequence(
    der(0xa0, der(INTEGER, Buffer.from([2]))), // the third version of certificates
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_SHA256,
    nameOf(of.issuer),
    sequence(time(now - HOUR_MS), time(now + HOUR_MS)),
    nameOf(of.subject),
    of.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...of.extensions)),
  );
  const signature = createSign("sha256").update(signed).sign(of.signer);
  const whole = sequence(signed, ECDSA_SHA256, der(BIT_STRING, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").match(/.{1,64}/gu) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

const [INTEGER, BIT_STRING, OCTET_STRING, UTF8, UTC_TIME, SEQUENCE, SET] = [2, 3, 4, 12, 23, 0x30, 0x31] as const;
/** In a list of alternative names, by its place there. */
const DNS_NAME = 0x82;
const objectId = (hex: string): Buffer => der(6, Buffer.from(hex, "hex"));
const sequence = (...parts: readonly Buffer[]): Buffer => der(SEQUENCE, Buffer.concat(parts));
const octets = (inner: Buffer): Buffer => der(OCTET_STRING, inner);
const TRUE = der(1, Buffer.from([0xff]));
const BASIC_CONSTRAINTS = objectId("551d13");
const ALTERNATIVE_NAME = objectId("551d11");
const COMMON_NAME = objectId("550403");
const ECDSA_SHA256 = sequence(objectId("2a8648ce3d040302"));
const nameOf = (name: string): Buffer =>
  sequence(der(SET, sequence(COMMON_NAME, der(UTF8, Buffer.from(name, "utf8")))));
const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();

/** `20201201093000Z`, with two digits of the year. */
function time(ms: number): Buffer {
  return der(UTC_TIME, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replaceAll(/[-:T]/gu, "")}Z`));
}

/** A value with its tag and length. */
function der(tag: number, value: Buffer): Buffer {
  const size = value.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

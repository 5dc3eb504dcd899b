// How the values of environment variables must look.

import { isIP } from "node:net";
import { resolve } from "node:path";
import { isVerifiedOrPlain, TLS_IN_WORDS } from "./postgres-tls.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** How a value must look, in words that follow "must be"; and its meaning, or undefined if it does not look so. */
export interface Shape<T> {
  mustBe: string;
  read(text: string): T | undefined;
}

export const port: Shape<number> = {
  mustBe: "a port number from 1 to 65535",
  read: (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
};
/** One that is off the public port; undefined: there is none. */
export const portBeside = (publicPort: number | undefined): Shape<number> => ({
  mustBe: `${port.mustBe}${publicPort === undefined ? "" : ", and another than PORT"}`,
  read(text) {
    const read = port.read(text);
    return read === publicPort ? undefined : read;
  },
});
export const portWithNext: Shape<number> = {
  mustBe: "a port number from 1 to 65534: the one after it is taken too",
  read: (text) => (text === "65535" ? undefined : port.read(text)),
};
export const hostAndPort: Shape<string> = {
  mustBe: "an address such as 127.0.0.1:7233, without http://",
  read: (text) => (/^[\w.-]+:[1-9]\d{0,4}$|^\[[\da-f:]+\]:[1-9]\d{0,4}$/i.test(text) ? text : undefined),
};
export const name: Shape<string> = {
  mustBe: "a name without spaces",
  read: (text) => (/^[\w.-]+$/.test(text) ? text : undefined),
};
export const address: Shape<string> = {
  mustBe: "an address of this machine, such as 0.0.0.0",
  read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
};
export const mailAddress: Shape<string> = {
  mustBe: "one e-mail address",
  read: (text) => (/^[^@\s<>,]+@[^@\s<>,]+$/.test(text) ? text : undefined),
};
export const notice: Shape<string> = {
  mustBe: "one line of at most 300 characters",
  read: (text) => (text.length <= 300 && !/[\p{Cc}]/u.test(text) ? text.trim() : undefined),
};
export const filePath: Shape<string> = {
  mustBe: "the path of a file",
  read: (text) => (/[/\\]$|\0/.test(text) ? undefined : resolve(text)),
};
export const keys: Shape<Buffer[]> = {
  mustBe:
    "32 random bytes in base64 (openssl rand -base64 32), or several such parted by commas: the first seals, all open",
  read(text) {
    const parts = text.split(",").map((part) => part.trim());
    return parts.every((part) => /^[A-Za-z0-9+/]{43}=$/.test(part))
      ? parts.map((part) => Buffer.from(part, "base64"))
      : undefined;
  },
};
const postgresAddress = url(
  "a PostgreSQL address such as postgres://user:password@127.0.0.1:5432/journeys",
  ["postgres:", "postgresql:"],
  /^\/[^/]+$/,
);
export const postgresUrl: Shape<string> = {
  mustBe: `${postgresAddress.mustBe}${TLS_IN_WORDS}`,
  read: (text) =>
    postgresAddress.read(text) !== undefined && isVerifiedOrPlain(text) ? postgresAddress.read(text) : undefined,
};
export const webUrl = url("a web address such as http://127.0.0.1:8233", ["http:", "https:"]);
/**
 * As the sign-in names itself: tokens are held to it letter by letter. On another machine its keys must not come in the
 * clear.
 */
export const issuer: Shape<string> = {
  mustBe: "the https:// address of an OpenID provider (http:// on this machine alone), without ? and #",
  read: (text) =>
    webUrl.read(text) !== undefined && !/[?#]/.test(text) && (text.startsWith("https:") || isLocal(text))
      ? text
      : undefined,
};
/** Does a web address lead to this machine, and to no other? */
export const isLocal = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);
export const origin: Shape<string> = {
  mustBe: "a web address without a path, such as https://journeys.example",
  read: (text) =>
    webUrl.read(text) !== undefined && new URL(text).pathname === "/" && !/[?#@]/.test(text)
      ? new URL(text).origin
      : undefined,
};
export const visible: Shape<string> = {
  mustBe: "visible characters of ASCII",
  read: (text) => (/^[\x21-\x7e]{1,500}$/.test(text) ? text : undefined),
};
export const scope: Shape<string> = {
  mustBe: "words with spaces between, openid among them",
  read: (text) => (/^[\w:./-]+( [\w:./-]+)*$/.test(text) && text.split(" ").includes("openid") ? text : undefined),
};
const UUID = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
export const uuid: Shape<string> = {
  mustBe: "an id of GOV.UK Notify, such as f33517ff-2a88-4f6e-b855-c550268ce08a",
  read: (text) => (new RegExp(`^${UUID}$`, "i").test(text) ? text : undefined),
};
export const notifyKey: Shape<string> = {
  mustBe: "an API key of GOV.UK Notify, as it was shown once",
  read: (text) => (new RegExp(`^[\\w-]+-${UUID}-${UUID}$`, "i").test(text) ? text : undefined),
};
export const receiptToken: Shape<string> = {
  mustBe: "at least 20 letters, digits and - . _ ~ + / that nobody can guess",
  read: (text) => (/^[\w.~+/-]{20,500}=*$/.test(text) ? text : undefined),
};
export const allowed: Shape<boolean> = {
  mustBe: "allow, or not set at all",
  read: (text) => (text === "allow" ? true : undefined),
};
export const buildId: Shape<string> = {
  mustBe: "auto, or a name of letters, digits and - . _ for this version of the worker",
  read: (text) => (/^[\w.-]{1,100}$/.test(text) ? text : undefined),
};
export const secret: Shape<string> = {
  mustBe: "at least 32 characters that nobody can guess",
  read: (text) => (text.length >= 32 ? text : undefined),
};
export const aSecond: Shape<number> = {
  mustBe: "a number of letters a second, such as 5 or 0.5",
  read: (text) => (/^\d{1,4}(\.\d{1,2})?$/.test(text) && Number(text) > 0 ? Number(text) : undefined),
};
export const aMinute: Shape<number> = {
  mustBe: "a number of requests a minute",
  read: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined),
};
export const networks: Shape<readonly string[]> = {
  mustBe:
    "addresses or networks of proxies, such as 10.0.0.7,192.168.0.0/16, parted by commas; not all of the internet",
  read(text) {
    const parts = text.split(",").map((part) => part.trim());
    return parts.every(isNetwork) ? parts : undefined;
  },
};
export const smtpUrl = url("a mail server address such as smtp://127.0.0.1:1025", ["smtp:", "smtps:"]);

function url(mustBe: string, protocols: string[], path = /^.*$/): Shape<string> {
  return {
    mustBe,
    read(text) {
      const parsed = URL.parse(text);
      return parsed && protocols.includes(parsed.protocol) && parsed.hostname !== "" && path.test(parsed.pathname)
        ? text
        : undefined;
    },
  };
}

function isNetwork(text: string): boolean {
  const [ip = "", prefix, ...more] = text.split("/");
  const bits = { 4: 32, 6: 128 }[isIP(ip)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

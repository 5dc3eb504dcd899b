// Where a webhook may go. Its address comes from outside, and the service stands where outsiders do not: what is not
// the public internet is refused, when the address is given and again when a name has been looked up, just before it is
// connected to.

import { BlockList, isIP } from "node:net";

/** Longer addresses are nobody's. */
export const MOST_URL = 2_000;

const V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/**
 * Within what is public of IPv6: Teredo and 6to4 carry an IPv4 address of anyone's choice, the rest is for examples and
 * tests.
 */
const V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const NOT_PUBLIC = listOf(V4, V6);
const PUBLIC_V6 = listOf([], ["2000::/3"]);
const LOOPBACK = listOf(["127.0.0.0/8"], ["::1/128"]);

/** Whether an address (of IPv4 or IPv6) may be connected to. `loopback`: this machine too, in a local run. */
export function mayConnect(address: string, loopback: boolean): boolean {
  switch (isIP(address)) {
    case 4:
      return !NOT_PUBLIC.check(address, "ipv4") || (loopback && LOOPBACK.check(address, "ipv4"));
    // An IPv4 address in the clothes of IPv6 (::ffff:10.0.0.1) is none of the public ones.
    case 6:
      return (
        (PUBLIC_V6.check(address, "ipv6") && !NOT_PUBLIC.check(address, "ipv6")) ||
        (loopback && LOOPBACK.check(address, "ipv6"))
      );
    default:
      return false;
  }
}

/**
 * What is wrong with the address of a webhook, as a sentence that does not repeat it; null where nothing is. https
 * alone, but to this machine where `loopback` says so. A name is not looked up here: what it leads to may change.
 */
export function urlFault(text: string, loopback: boolean): string | null {
  const url = text.length <= MOST_URL ? URL.parse(text) : null;
  if (url === null)
    return `url is a whole address such as https://hub.example.org/events, of at most ${MOST_URL} characters.`;
  const host = hostOf(url);
  const here = host === "localhost" || (isIP(host) > 0 && LOOPBACK.check(host, isIP(host) === 4 ? "ipv4" : "ipv6"));
  if (here && !loopback) return "url leads to this machine: events go to the public internet alone.";
  if (url.protocol !== "https:" && !(here && url.protocol === "http:")) return "url begins with https://.";
  if (url.username !== "" || url.password !== "")
    return "url holds no user and password: the signature says who sends.";
  if (url.hash !== "") return "url has no # part: it would not be sent.";
  if (here) return null;
  if (isIP(host) > 0)
    return mayConnect(host, loopback)
      ? null
      : "url leads into a private network: events go to the public internet alone.";
  return host.includes(".") && !host.endsWith(".") ? null : "url names no host of the public internet.";
}

/** The host of an address; of IPv6 without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/u, "$1");
}

/** An address as it may be shown: without what follows a question mark, which often is a secret. */
export function shownUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}

function listOf(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList();
  for (const [subnets, family] of [
    [v4, "ipv4"],
    [v6, "ipv6"],
  ] as const) {
    for (const subnet of subnets) {
      const [net = "", bits] = subnet.split("/");
      list.addSubnet(net, Number(bits), family);
    }
  }
  return list;
}

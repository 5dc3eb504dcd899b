// What of webhooks needs no server: where they may go, how they are signed, when they are tried again.

import { describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { mayConnect, shownUrl, urlFault } from "./address.ts";
import { retryAfterSeconds, secondsToWait } from "./retries.ts";
import { newSecret, signedHeaders } from "./signature.ts";

describe("an address", () => {
  it.each([
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "127.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "2001:0:a00:1::",
    "2001:db8::1",
    "ff02::1",
    "none",
  ])("%s is not of the public internet", (address) => {
    expect(mayConnect(address, false)).toBe(false);
  });

  it.each(["8.8.8.8", "172.15.0.1", "172.32.0.1", "151.101.1.69", "2606:4700::1111", "2a00:1450:4009::200e"])(
    "%s is",
    (address) => {
      expect(mayConnect(address, false)).toBe(true);
    },
  );

  it("of this machine is open in a local run alone, and no other private one with it", () => {
    expect(["127.0.0.1", "127.8.9.1", "::1"].map((address) => mayConnect(address, true))).toEqual([true, true, true]);
    expect(["10.0.0.1", "169.254.169.254", "fe80::1"].map((address) => mayConnect(address, true))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("the address of a webhook", () => {
  it.each([
    ["https://hub.example.org/hooks?token=abc", null],
    ["https://hub.example.org:8443/", null],
    ["https://8.8.8.8/", null],
    ["http://hub.example.org/", "begins with https"],
    ["ftp://hub.example.org/", "begins with https"],
    ["hub.example.org", "whole address"],
    ["", "whole address"],
    ["https://user:pass@hub.example.org/", "no user"],
    ["https://hub.example.org/#a", "# part"],
    ["https://intranet/", "no host of the public"],
    ["https://hub.example.org./", "no host of the public"],
    ["https://10.0.0.1/", "private network"],
    ["https://[fd00::1]/", "private network"],
    ["https://169.254.169.254/latest", "private network"],
    ["https://0x7f000001/", "this machine"],
    ["https://2130706433/", "this machine"],
    ["https://localhost/", "this machine"],
    ["http://127.0.0.1:9/", "this machine"],
    ["https://[::1]/", "this machine"],
    [`https://hub.example.org/${"a".repeat(2_000)}`, "at most 2000"],
  ])("%s", (url, fault) => {
    if (fault === null) expect(urlFault(url, false)).toBeNull();
    else expect(urlFault(url, false)).toContain(fault);
  });

  it("may be on this machine in a local run, over http too", () => {
    expect(
      ["http://127.0.0.1:4000/x", "http://localhost:4000/", "https://[::1]:4000/"].map((url) => urlFault(url, true)),
    ).toEqual([null, null, null]);
    expect(urlFault("http://hub.example.org/", true)).toContain("https");
    expect(urlFault("https://192.168.0.4/", true)).toContain("private network");
  });

  it("is shown without what follows its question mark, and never repeated in a fault", () => {
    expect(shownUrl("https://hub.example.org/hooks?token=abc")).toBe("https://hub.example.org/hooks");
    expect(urlFault("http://hub.example.org/?token=abc", false)).not.toContain("abc");
  });
});

describe("a signature", () => {
  const message = { id: "100001-primary:2:1606032000", body: '{"type":"PlaceOffered"}' };
  const verified = (secret: string, headers: Record<string, string>, body = message.body): unknown =>
    new Webhook(secret).verify(body, headers);

  it("is verified by the library of Standard Webhooks, and of nothing else", () => {
    const secret = newSecret();
    const headers = signedHeaders([secret], message, new Date());
    expect(verified(secret, headers)).toEqual({ type: "PlaceOffered" });
    expect(() => verified(secret, headers, '{"type":"PlaceTaken"}')).toThrow("No matching signature");
    expect(() => verified(secret, { ...headers, "webhook-id": "other" })).toThrow("No matching signature");
    expect(() => verified(newSecret(), headers)).toThrow("No matching signature");
    expect(() => verified(secret, signedHeaders([secret], message, new Date(Date.now() - 6 * 60_000)))).toThrow(
      "too old",
    );
  });

  it("is there for each of two secrets while one is replaced", () => {
    const [newer, older, third] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders([newer, older], message, new Date());
    expect([verified(newer, headers), verified(older, headers)]).toEqual([
      { type: "PlaceOffered" },
      { type: "PlaceOffered" },
    ]);
    expect(() => verified(third, headers)).toThrow("No matching signature");
  });

  it("has a secret of 32 bytes, another each time", () => {
    const secret = newSecret();
    expect(Buffer.from(secret.replace(/^whsec_/u, ""), "base64")).toHaveLength(32);
    expect(newSecret()).not.toBe(secret);
  });
});

describe("a delivery that failed", () => {
  const waits = (chance: number): (number | null)[] =>
    Array.from({ length: 11 }, (_, index) => secondsToWait(index + 1, null, chance));

  it("is tried after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, and then no more", () => {
    expect(waits(0)).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null, null]);
  });

  it("waits up to a tenth longer by chance", () => {
    expect(waits(1)).toEqual([6, 330, 1_980, 7_920, 19_800, 39_600, 55_440, 79_200, 95_040, null, null]);
  });

  it("waits as long as its receiver asks, if that is longer, a day at most", () => {
    expect([
      secondsToWait(1, 60, 0),
      secondsToWait(3, 60, 0),
      secondsToWait(1, 10_000_000, 0),
      secondsToWait(10, 60, 0),
    ]).toEqual([60, 1_800, 86_400, null]);
  });

  it.each([
    ["120", 120],
    [" 0 ", 0],
    ["Sun, 22 Nov 2026 05:01:00 GMT", 60],
    ["Sun, 22 Nov 2026 04:00:00 GMT", 0],
    ["soon", null],
    [undefined, null],
  ])("reads Retry-After: %s", (header, seconds) => {
    expect(retryAfterSeconds(header, Date.parse("2026-11-22T05:00:00Z"))).toBe(seconds);
  });
});

import { describe, expect, it } from "@jest/globals";
import { bodyDigest, canonicalJson, commandId, derivedId } from "./command-id.ts";
import { idempotencyKey } from "../../http/asked.ts";

describe("a command’s id", () => {
  it("is the same for the same caller, route and key, and 64 hex digits", () => {
    expect(commandId("p-1", "applications", "k")).toBe(commandId("p-1", "applications", "k"));
    expect(commandId("p-1", "applications", "k")).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("differs where any of the three differs, also where they run together alike", () => {
    const ids = [
      ["a", "b", "c"],
      ["a", "b", "d"],
      ["a", "bc", ""],
      ["ab", "", "c"],
      ['a","b', "", "c"],
    ] as const;
    expect(new Set(ids.map(([who, route, key]) => commandId(who, route, key))).size).toBe(ids.length);
  });
});

describe("a body’s digest", () => {
  it("does not depend on the order of keys or on white space", () => {
    const one: unknown = JSON.parse('{"b": [1, {"y": null, "x": "é"}], "a": true}');
    const other: unknown = JSON.parse('{"a":true,"b":[1,{"x":"\\u00e9","y":null}]}');
    expect(bodyDigest(one)).toBe(bodyDigest(other));
  });

  it("depends on values, on the order of lists, and on __proto__ as sent", () => {
    const bodies = ['{"a":[1,2]}', '{"a":[2,1]}', '{"a":["1",2]}', '{"a":[1,2],"__proto__":{}}', "{}"].map(
      (text): unknown => JSON.parse(text),
    );
    expect(new Set(bodies.map(bodyDigest)).size).toBe(bodies.length);
  });

  it("sorts keys by code unit", () => {
    expect(canonicalJson({ b: 1, a: { Z: 2, z: [null, false] } })).toBe('{"a":{"Z":2,"z":[null,false]},"b":1}');
  });
});

describe("a key", () => {
  it("is taken as sent, or made", () => {
    expect(idempotencyKey("apply-1")).toBe("apply-1");
    expect(idempotencyKey(undefined)).not.toBe(idempotencyKey(undefined));
  });

  it.each(["", "é", "a\nb", "x".repeat(256)])("is refused: %j", (key) => {
    expect(() => idempotencyKey(key)).toThrow("Idempotency-Key");
  });
});

it("names a text and a person by the request that brought them", () => {
  const id = derivedId("c", "d", "text", "reasons");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(derivedId("c", "d", "text", "reasons")).toBe(id);
  expect(derivedId("c", "e", "text", "reasons")).not.toBe(id);
  expect(derivedId("c", "d", "person", "reasons")).not.toBe(id);
});

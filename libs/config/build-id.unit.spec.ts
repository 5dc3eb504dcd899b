import { expect, it } from "@jest/globals";
import { buildIdOf } from "./build-id.ts";

it("is the release and a digest, the same each time, unless it is named", () => {
  expect(buildIdOf()).toMatch(/^\d+\.\d+\.\d+-[\da-f]{8}$/);
  expect(buildIdOf("auto")).toBe(buildIdOf());
  expect(buildIdOf("2026-11-28")).toBe("2026-11-28");
});

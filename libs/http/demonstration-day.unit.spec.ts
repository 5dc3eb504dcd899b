import { expect, it } from "@jest/globals";
import { demonstrationDay } from "./demonstration-day.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";

/** The headers of an answer of a process that shows this moment, in a demonstration or not. */
function headersOf(demonstration: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (headers[name] = value) };
  const clock = () => Date.parse("2025-03-11T23:30:00Z");
  demonstrationDay({ demonstration, clock })({} as ApiRequest, response as unknown as ApiResponse, () => {
    headers["went on"] = "yes";
  });
  return headers;
}

it("tells a program which day a demonstration shows, with every answer, and nothing in service", () => {
  expect(headersOf(true)).toEqual({ "Demonstration-Day": "2025-03-11", "went on": "yes" });
  expect(headersOf(false)).toEqual({ "went on": "yes" });
});

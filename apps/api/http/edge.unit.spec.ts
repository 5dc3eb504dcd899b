// What is decided about a request before anything else sees it.
import "reflect-metadata";
import { describe, expect, it } from "@jest/globals";
import { tokenIn } from "../access/authenticate.ts";
import { frontDoor } from "../../../libs/http/front-door.ts";
import { exampleOf } from "../../../libs/service/shape/field.ts";
import { Application } from "../applications/intake.dto.ts";
import { ApplicationBody } from "../../../libs/service/intake/application-body.ts";
import { JourneysQuery } from "../journeys/page.dto.ts";
import { etagOf, expectedVersions } from "../../../libs/http/if-match.ts";
import type { Problem } from "../../../libs/http/problem.ts";
import { problemFrom } from "../../../libs/http/problem-from.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { mustBeDeclared } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { soundBody } from "../../../libs/http/sound-body.ts";
import { validated } from "../../../libs/service/shape/checked.ts";

const APPLICATION_EXAMPLE = exampleOf(Application) as ApplicationBody;

function problem(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return problemFrom(error);
    throw error;
  }
  throw new Error("It was not refused.");
}
const pointers = (work: () => unknown): string[] => (problem(work).errors ?? []).map(({ pointer }) => pointer);

describe("a body", () => {
  it("that is not sent is an empty object; one that is no JSON is 415; a list is 422", () => {
    expect(soundBody(undefined, false)).toEqual({});
    expect(problem(() => soundBody(undefined, true)).status).toBe(415);
    expect(problem(() => soundBody([], true)).status).toBe(422);
  });

  it("with what PostgreSQL cannot keep is refused by pointer", () => {
    const nested = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`) as object;
    expect(pointers(() => soundBody({ reasons: "a\0b", contact: { firstName: "\ud800" } }, true))).toEqual([
      "/reasons",
      "/contact/firstName",
    ]);
    expect(pointers(() => soundBody(nested, true))).toEqual(["/a".repeat(16)]);
    expect(soundBody({ reasons: "Zoë 🏫" }, true)).toEqual({ reasons: "Zoë 🏫" });
  });
});

describe("If-Match", () => {
  it("is the version a caller saw", () => {
    expect(expectedVersions(etagOf(14))).toEqual([14]);
    expect(expectedVersions("*")).toBeUndefined();
    expect(expectedVersions(undefined)).toBeUndefined();
  });

  it("is a list of which any may match; what is weak or none of ours never does", () => {
    expect(expectedVersions('"3", "99"')).toEqual([3, 99]);
    expect(expectedVersions('W/"4" ,,"3",  "x,y"')).toEqual([3]);
  });

  it.each([
    ['W/"14"', 412],
    ['"abc"', 412],
    ["14", 400],
    ['W/"1", "abc", ""', 412],
    ['*, "1"', 400],
    ['"1" "2"', 400],
    [",", 400],
  ])("%s is %d", (tag, status) => {
    expect(problem(() => expectedVersions(tag)).status).toBe(status);
  });
});

describe("a bearer token", () => {
  it("is what follows the word", () => {
    expect(tokenIn("Bearer abc.def-_~+/=")).toBe("abc.def-_~+/=");
    expect(tokenIn("bearer abc")).toBe("abc");
  });

  it.each([undefined, "", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "abc", `Bearer ${"a".repeat(9_000)}`])(
    "is missing in %j",
    (header) => {
      const { status, headers } = problem(() => tokenIn(header));
      expect([status, headers["WWW-Authenticate"]]).toEqual([
        401,
        expect.stringMatching(/^Bearer realm="school-journeys"/u),
      ]);
    },
  );
});

describe("the front door", () => {
  const hear = (headers: { host?: string; origin?: string }): boolean => {
    let heard = false;
    frontDoor("https://journeys.example")({ headers } as unknown as ApiRequest, null, () => {
      heard = true;
    });
    return heard;
  };

  it.each([
    { host: "journeys.example" },
    { host: "127.0.0.1:3000" },
    { host: "10.1.2.3:3000" },
    { host: "localhost:3000" },
    { host: "[::1]:3000" },
    { host: "journeys.example", origin: "https://journeys.example" },
    { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" },
  ])("is open for %j", (headers) => {
    expect(hear(headers)).toBe(true);
  });

  it.each([
    {},
    { host: "evil.example" },
    { host: "127.0.0.1.evil.example" },
    { host: "evil.example:3000", origin: "http://evil.example:3000" },
    { host: "127.0.0.1:3000", origin: "https://evil.example" },
    { host: "127.0.0.1:3000", origin: "null" },
    { host: "journeys.example", origin: "http://127.0.0.1:3001" },
  ])("is shut for %j", (headers) => {
    expect(problem(() => hear(headers)).status).toBe(403);
  });
});

describe("an application", () => {
  it("may give its URN as a number", () => {
    const { school } = validated(ApplicationBody, {
      ...APPLICATION_EXAMPLE,
      school: { ...APPLICATION_EXAMPLE.school, urn: 100001 },
    });
    expect(school.urn).toBe("100001");
  });

  it("is refused with every fault by pointer", () => {
    expect(pointers(() => validated(ApplicationBody, { prospectus: 7, hub: "Great North" }))).toEqual([
      "/prospectus",
      "/hub",
      "/school",
    ]);
    const school = {
      urn: "12",
      name: " ",
      phase: "infant",
      funding: "state",
      headteacher: { name: "A B", email: "no" },
      history: [{ stage: "x" }, { masterySpecialistDepartment: true }],
    };
    expect(pointers(() => validated(ApplicationBody, { ...APPLICATION_EXAMPLE, school }))).toEqual([
      "/school/urn",
      "/school/name",
      "/school/phase",
      "/school/headteacher/email",
      "/school/history/0/stage",
      "/school/history/0/academicYear",
    ]);
    expect(pointers(() => validated(ApplicationBody, { ...APPLICATION_EXAMPLE, school: [] }))).not.toEqual([]);
    const headless = { ...APPLICATION_EXAMPLE.school, headteacher: [] };
    expect(pointers(() => validated(ApplicationBody, { ...APPLICATION_EXAMPLE, school: headless }))).toEqual([
      "/school/headteacher",
    ]);
  });
});

it("a filter that is misspelt is refused, not ignored", () => {
  const declared = new Set(["hub", "limit"]);
  const misspelt = new URLSearchParams("hubb=great-north&limit=1&limit=2&a%2Fb=1");
  expect(pointers(() => mustBeDeclared(misspelt, declared))).toEqual(["/hubb", "/limit", "/a~1b"]);
  expect(() => mustBeDeclared(new URLSearchParams("hub=great-north&limit=3"), declared)).not.toThrow();
  expect(pointers(() => validated(JourneysQuery, { limit: "1000" }, { only: true }))).toEqual(["/limit"]);
  expect(validated(JourneysQuery, { limit: "3", hubb: "x" }, { only: true })).toEqual({ limit: 3 });
  expect(validated(JourneysQuery, {}, { only: true })).toMatchObject({ limit: 50 });
});

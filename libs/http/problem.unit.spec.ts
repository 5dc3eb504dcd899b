import { BadRequestException, NotFoundException } from "@nestjs/common";
import { describe, expect, it } from "@jest/globals";
import { ServiceUnavailable } from "../temporal/subject-client.ts";
import { REJECTION_CODES } from "../journey/rejection.ts";
import { StoreError } from "../store/errors.ts";
import { problemFrom } from "./problem-from.ts";
import { bodyOf, Problem, statusOf } from "./problem.ts";
import { refusalOf } from "../service/refusal.ts";

const short = (error: unknown): [number, string] => {
  const { status, code } = problemFrom(error);
  return [status, code];
};

describe("a code’s status", () => {
  it("is 409 for whatever the rules turn down", () => {
    const others = {
      unauthenticated: 401,
      forbidden: 403,
      "not-found": 404,
      "version-conflict": 412,
      invalid: 422,
      "not-a-school-day": 422,
      "key-reused": 422,
      "rate-limited": 429,
      unavailable: 503,
    };
    expect(Object.fromEntries(REJECTION_CODES.map((code) => [code, statusOf(code)]))).toEqual({
      ...Object.fromEntries(REJECTION_CODES.map((code) => [code, 409])),
      ...others,
    });
  });
});

describe("an error becomes a problem", () => {
  it("of the rules: its code, sentence and pointers", () => {
    const errors = [{ pointer: "/role", detail: "role is missing." }];
    expect(
      bodyOf(
        problemFrom(refusalOf({ code: "invalid", detail: "It does not fit.", errors })),
        "/api/v1/journeys/1-primary/x?name=Ada",
      ),
    ).toEqual({
      type: "/problems#invalid",
      title: "The request does not have the right shape",
      status: 422,
      detail: "It does not fit.",
      instance: "/api/v1/journeys/1-primary/x",
      code: "invalid",
      errors,
    });
  });

  it("of Temporal or PostgreSQL away: 503", () => {
    expect(short(new ServiceUnavailable("gone"))).toEqual([503, "unavailable"]);
    expect(short(new StoreError("database-unavailable", "57P01"))).toEqual([503, "unavailable"]);
    expect(short(new StoreError("unknown-event"))).toEqual([503, "unavailable"]);
  });

  it("of a cursor the feed does not know: 422", () => {
    expect(short(new StoreError("cursor-unknown"))).toEqual([422, "invalid"]);
  });

  it("of Express and Nest: 400, 404, 413, 415", () => {
    expect(short(new BadRequestException())).toEqual([400, "invalid"]);
    expect(short(new NotFoundException())).toEqual([404, "not-found"]);
    expect(short(Object.assign(new Error(), { status: 413 }))).toEqual([413, "invalid"]);
    expect(short(Object.assign(new Error(), { status: 415 }))).toEqual([415, "invalid"]);
  });

  it("of a defect: 500, and not a word of its message", () => {
    for (const error of [
      new StoreError("database-error", "23505"),
      new TypeError("ada@example.org is undefined"),
      "ada@example.org",
    ]) {
      const problem = problemFrom(error);
      expect(problem.status).toBe(500);
      expect(JSON.stringify(bodyOf(problem, "/"))).not.toContain("ada@");
    }
  });

  it("keeps a problem as it is", () => {
    const problem = new Problem("forbidden", "No.");
    expect(problemFrom(problem)).toBe(problem);
  });
});

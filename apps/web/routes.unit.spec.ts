import "reflect-metadata";
import { describe, expect, it } from "@jest/globals";
import { COMMAND_FIELDS } from "../../libs/journey/wire.ts";
import { countOf, DEAR } from "../../libs/http/rate-limit.ts";
import { RolesGuard } from "../../libs/http/roles.guard.ts";
import { ROLES } from "../../libs/service/access/principal.ts";
import { ABOUT } from "../console/page.ts";
import { CONTROLLERS } from "./web.module.ts";
import { slugOf } from "../../libs/service/commands/journey-commands.ts";
import { routesOf } from "../api/routes.ts";

const routes = routesOf(CONTROLLERS);
const named = (path: string) => routes.filter((route) => route.path === path).map(({ method }) => method);

describe("every route", () => {
  it("says who may call it", () => {
    const silent = routes.filter(
      ({ allowed }) =>
        allowed === null ||
        (Array.isArray(allowed) && (allowed.length === 0 || !allowed.every((role) => ROLES.includes(role)))),
    );
    expect(silent).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
  });

  it("that changes something, or tells of a school, is not for anyone", () => {
    const open = routes.filter(({ allowed }) => allowed === "anyone").map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      // Its address is the key: made by someone who sees what it shows, and revoked by them.
      "get /",
      "get /accessibility",
      "get /answer/{secret}",
      "get /calendars/{secret}.ics",
      "get /contact",
      "get /cookies",
      "get /health/live",
      "get /health/ready",
      "get /privacy",
      "get /problems",
      "get /sign-in",
      "get /signed-in",
      // By the link in a letter: about one thing, as the one person to whom it went.
      "post /answer/{secret}",
      // GOV.UK Notify calls it, with a token of its own.
      "post /api/v1/mail/receipts",
      "post /sign-out",
    ]);
  });

  it("but the pages for people is in the OpenAPI document", () => {
    expect(
      routes
        .filter(({ doc, allowed }) => doc === null && allowed !== "visitors")
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      [
        ...ABOUT.map(({ href }) => href),
        "/",
        "/answer/{secret}",
        "/answer/{secret}",
        "/problems",
        "/sign-in",
        "/sign-out",
        "/signed-in",
      ].sort(),
    );
  });

  it("stands once", () => {
    const all = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
  });
});

it("what counts for several requests is there, each of it", () => {
  const addresses = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    originalUrl: path.replaceAll(/\{\w+\}/gu, "x"),
    headers: {},
  }));
  const unused = DEAR.filter(
    (one) => !addresses.some((to) => one.method === to.method && one.path.test(to.originalUrl)),
  );
  expect(unused).toEqual([]);
  const dear = addresses.filter((to) => countOf(to) > 1).map(({ method, originalUrl }) => `${method} ${originalUrl}`);
  expect(dear.sort()).toEqual([
    "GET /api/v1/hubs/x/calendar",
    "GET /api/v1/hubs/x/calendar.ics",
    "GET /api/v1/hubs/x/tried-year",
    "GET /api/v1/hubs/x/turn/x",
    "GET /api/v1/journeys/x/calendar",
    "GET /api/v1/journeys/x/calendar.ics",
    "GET /api/v1/payment-runs/x/remittance.csv",
    "GET /api/v1/people/x/export",
    "GET /api/v1/work-groups/x/calendar",
    "GET /api/v1/work-groups/x/calendar.ics",
    "GET /calendar",
    "GET /calendars/x.ics",
    "GET /groups/x/calendar",
    "GET /groups/x/letters-ahead/letters-to-come.csv",
    "GET /journeys/x/letters-ahead/letters-to-come.csv",
    "GET /letters-ahead/letters-to-come.csv",
    "GET /money/runs/x/remittance.csv",
    "GET /try-year",
    "GET /turn",
    "POST /answer/x",
    "POST /api/v1/hubs/x/bulk-applications",
    "POST /api/v1/hubs/x/bulk-applications/x/confirm",
    "POST /api/v1/payment-runs/x/bank-answers",
    "POST /api/v1/payment-runs/x/bank-answers/x/apply",
    "POST /bulk",
    "POST /bulk/confirm",
    "POST /bulk/faults",
    "POST /money/bank-answers/x",
    "POST /money/bank-answers/x/apply",
    "POST /search/schools",
  ]);
  // The same route by another way.
  const path = "/api/v1/people/x/export";
  const ways = [path, `${path}/`, path.toUpperCase(), `http://example.org${path}`, `${path}?a=/b`];
  expect(ways.map((originalUrl) => countOf({ method: "GET", originalUrl, headers: {} }))).toEqual(ways.map(() => 20));
  expect(countOf({ method: "HEAD", originalUrl: path, headers: {} })).toBe(20);
});

it("a handler that names no role is refused", () => {
  const context = { getHandler: () => function forgotten() {} } as unknown as Parameters<RolesGuard["canActivate"]>[0];
  expect(() => new RolesGuard().canActivate(context)).toThrow("names no role");
});

it("every command of one journey has its route; what others pass on, and time, has none", () => {
  const without = [
    "ExpressInterest",
    "SubmitApplication",
    "FormWorkGroup",
    "ChangeLead",
    "TakeRegister",
    "BookSupportVisit",
    "AdaptDelivery",
    "PreparePaymentRun",
    "AuthorisePaymentRun",
    "ConfirmPayment",
    "FailPayment",
    "CancelPaymentRun",
    "HoldPayment",
    "ReturnPayment",
    "NoteWindow",
    "WriteLetter",
    "Tick",
  ];
  const missing = Object.keys(COMMAND_FIELDS).filter(
    (name) => named(`/api/v1/journeys/{id}/${slugOf(name)}`)[0] !== "post",
  );
  expect(missing.sort()).toEqual(without.sort());
  expect(named("/api/v1/applications")).toEqual(["post"]);
  expect(named("/api/v1/interests")).toEqual(["post"]);
});

it("writes a command’s name in kebab-case", () => {
  expect(["OfferPlace", "PlaceInWorkGroup", "OptOutOfReminders"].map(slugOf)).toEqual([
    "offer-place",
    "place-in-work-group",
    "opt-out-of-reminders",
  ]);
});

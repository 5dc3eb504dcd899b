// How a hub forms a Work Group, and why it is not formed: over HTTP, on real PostgreSQL and Temporal.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ok, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { FORMING, LEAD, PAIR, PATH, PROGRAMME, STARTS } from "./pair.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

let whole: WholeService;
let api: ApiUnderTest;

beforeAll(async () => {
  whole = await startWhole(STARTS);
  ({ api } = whole);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
}, 30_000);

const read = async (id = "pair") => ok(await api.get(`${PATH}/${id}`));

it("is formed with the places of its page and the days of its programme, once", async () => {
  const formed = await api.post(PATH, PAIR, { key: "form" });
  expect(ok(formed, 201)).toEqual({ workGroup: "pair", version: 1, status: "formed", skipped: [] });
  expect([formed.headers.get("location"), formed.headers.get("etag")]).toEqual([`${PATH}/pair`, '"1"']);
  const again = await api.post(PATH, PAIR, { key: "form" });
  expect([again.status, again.body]).toEqual([201, formed.body]);
  const group = await read();
  expect(group).toMatchObject({
    places: { least: 2, most: 2, reserved: 0, taken: 0, free: 2 },
    waiting: 0,
    schools: [],
    waitlist: [],
    delivery: "in-person",
    warning: "Below its number: the programme asks for at least 2 schools, and 0 hold a place.",
  });
  expect((group["sessions"] as object[]).slice(0, 2)).toMatchObject([
    { code: "session-1", on: "2021-11-10", length: "half-day", where: "in-person", status: "scheduled" },
    {
      code: "session-2",
      on: expect.stringMatching(/^202[12]-/u),
      length: "half-day",
      where: "in-person",
      status: "scheduled",
    },
  ]);
}, 30_000);

it("has an id made of hub, programme and name where none is sent", async () => {
  const named = await api.post(PATH, { ...FORMING, name: "Tyne & Wear" });
  expect(ok(named, 201)).toMatchObject({ workGroup: "great-north-2021-22-secondary-development-tyne-wear" });
  const [one, other] = [await api.post(PATH, FORMING), await api.post(PATH, FORMING)];
  expect(ok(one, 201)["workGroup"]).not.toBe(ok(other, 201)["workGroup"]);
  const list = ok(
    await api.get(`${PATH}?hub=great-north&academicYear=2021/22&prospectus=${PROGRAMME}&status=formed&limit=2`),
  );
  expect([(list["items"] as object[]).length, typeof list["next"]]).toEqual([2, "string"]);
  expect(ok(await api.get(`${PATH}?hub=elsewhere`))).toEqual({ items: [], next: null });
}, 30_000);

it("says why it is not formed", async () => {
  const cases: [() => Promise<Reply>, number, string, object][] = [
    [() => api.post(PATH, { id: "pair", ...FORMING }), 409, "not-in-this-state", {}],
    [() => api.post(PATH, { id: "Pair", ...FORMING }), 422, "invalid", { errors: [{ pointer: "/id" }] }],
    [() => api.post(PATH, { id: "a", ...FORMING, places: 3 }), 422, "invalid", { errors: [{ pointer: "/places" }] }],
    [() => api.post(PATH, { id: "b", ...FORMING, leadRole: "mastery-specialist" }), 409, "lead-not-fit", {}],
    [
      () => api.post(PATH, { id: "c", ...FORMING, prospectus: "2020-21/secondary-development" }),
      409,
      "not-in-this-state",
      {},
    ],
    [
      () =>
        api.post(PATH, {
          id: "d",
          ...FORMING,
          sessions: [{ on: "2021-11-10" }, { session: "session-1", on: "soon", length: "long" }],
        }),
      422,
      "invalid",
      {
        errors: [{ pointer: "/sessions/0/session" }, { pointer: "/sessions/1/on" }, { pointer: "/sessions/1/length" }],
      },
    ],
    [
      () => api.post(PATH, { id: "e", ...FORMING, sessions: [{ session: "session-1", on: "2022-09-10" }] }),
      422,
      "invalid",
      { errors: [{ pointer: "/sessions/0/on" }] },
    ],
    [() => api.post(PATH, { id: "f", ...FORMING, prospectus: "2021-22/primary-wonders" }), 404, "not-found", {}],
    [
      () => api.post(PATH, {}),
      422,
      "invalid",
      { errors: [{ pointer: "/hub" }, { pointer: "/prospectus" }, { pointer: "/lead" }, { pointer: "/leadRole" }] },
    ],
    [() => api.post(PATH, { id: "g", ...FORMING }, { as: LEAD }), 403, "forbidden", {}],
    [() => api.post(PATH, { id: "h", ...FORMING, hub: "far-south" }), 403, "forbidden", {}],
    [
      () => api.post(`${PATH}/none/take-register`, { session: "session-1", on: "2021-11-10", schools: [] }),
      404,
      "not-found",
      {},
    ],
    [() => api.get(`${PATH}/none`), 404, "not-found", {}],
    [() => api.get(`${PATH}/%00`), 404, "not-found", {}],
  ];
  for (const [call, status, code, more] of cases) expect((await call()).body).toMatchObject({ status, code, ...more });
}, 30_000);

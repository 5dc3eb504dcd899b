// The whole service with schools, journeys and Work Groups in it, so that ids exist: what the fuzzer asks about.

import { createWriteStream } from "node:fs";
import { APPLICATION_EXAMPLE, CONTACT_EXAMPLE } from "../support/examples.ts";
import type { Role } from "../../libs/service/access/principal.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import type { ApiUnderTest, Reply } from "../api/api-under-test.ts";
import { startWhole } from "../api/whole-service.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import type { Known } from "./document.ts";

/** A Readiness year is under way; the windows of the next are open. */
const STARTS_AT = "2021-02-03T08:00:00Z";
const NEXT_YEAR = "2021-22/primary-readiness";
/** How far each school of this year has come. */
const UNTIL = [
  "2020-06-05",
  "2020-06-20",
  "2020-07-15",
  "2020-10-01",
  "2020-12-01",
  "2021-01-15",
  "2021-02-01",
  "2021-02-01",
];
const HUBS = ["great-north", "far-south"];

export interface FuzzWorld {
  api: ApiUnderTest;
  known: Known;
  stop(): Promise<void>;
}

/** Who the fuzzer signs in as, for each role. */
export function someone(role: Role, { urns, groups }: Known): Who {
  if (role === "operator" || role === "auditor") return { role };
  if (role === "school-contact") return { role, urns };
  return { role, hub: "great-north", ...(role === "work-group-lead" ? { workGroups: groups } : {}) };
}

/** What is known to them: their own, and one of another's. */
export function knownTo({ role, hub }: Who, known: Known): Known {
  if (role === "operator" || role === "auditor" || hub !== "great-north") return known;
  const theirs = (id: string): boolean => Number(id.slice(0, 6)) > 100000 + UNTIL.length && id < "2";
  return { ...known, journeys: known.journeys.filter((id, index) => !theirs(id) || index === UNTIL.length) };
}

/** Starts it all. `log`: the file to which the API's own lines go. */
export async function startFuzzWorld(log: string): Promise<FuzzWorld> {
  const lines = createWriteStream(log);
  const write = process.stdout.write;
  process.stdout.write = (chunk: string | Uint8Array) => lines.write(chunk);
  const whole = await startWhole(STARTS_AT);
  const { api, store } = whole;
  const lead: Who = { role: "hub-lead", hub: "great-north" };
  const must = async (reply: Promise<Reply>): Promise<Record<string, unknown>> => {
    const { status, body } = await reply;
    if (status >= 300) throw new Error(`The fuzzer's world cannot be made: ${status} ${JSON.stringify(body)}`);
    return body;
  };

  const urns = Array.from({ length: 2 * UNTIL.length }, (_, index) => String(100001 + index));
  for (const [index, urn] of urns.entries()) {
    await putJourney(store, {
      urn,
      hub: HUBS[Math.floor(index / UNTIL.length)] ?? "",
      workGroup: `north-readiness-${1 + (index % 2)}`,
      behaviour: index % 2 ? "exemplary" : "silent",
      until: UNTIL[index % UNTIL.length] ?? "",
    });
  }
  await putSchools(
    store.app,
    urns.map((urn) => ({
      urn,
      name: `School ${urn}`,
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "application",
    })),
  );
  await putPerson(store.app, { id: "teacher-1", ...CONTACT_EXAMPLE });
  await putContact(store.app, { journey: "100001-primary", role: "maths-lead", person: "teacher-1" });

  const forming = { hub: "great-north", lead: "work-group-lead", leadRole: "mastery-readiness-lead" };
  for (const [id, prospectus] of [
    ["north-readiness-1", "2020-21/primary-readiness"],
    ["north-readiness-2", "2020-21/primary-readiness"],
    ["north-next-1", NEXT_YEAR],
  ]) {
    await must(api.post("/api/v1/work-groups", { ...forming, id, prospectus }, { as: lead }));
  }
  for (let urn = 200001; urn <= 200006; urn++) {
    await must(
      api.post(
        "/api/v1/applications",
        {
          ...APPLICATION_EXAMPLE,
          prospectus: NEXT_YEAR,
          group: undefined,
          school: { ...APPLICATION_EXAMPLE.school, urn: String(urn) },
        },
        { as: lead },
      ),
    );
    urns.push(String(urn));
    if (urn > 200002)
      await must(api.post(`/api/v1/journeys/${urn}-primary/offer-place`, { workGroup: "north-next-1" }, { as: lead }));
    if (urn > 200004) await must(api.post(`/api/v1/journeys/${urn}-primary/accept-offer`, {}, { as: lead }));
  }
  const person = await must(api.post("/api/v1/journeys/100001-primary/people", CONTACT_EXAMPLE, { as: lead }));
  const { items } = (await must(api.get("/api/v1/journeys?limit=200", { as: { role: "operator" } }))) as {
    items: { id: string }[];
  };
  const taking = await Promise.all(
    items.map(
      ({ id }) =>
        must(api.get(`/api/v1/journeys/${id}`, { as: { role: "operator" } })) as Promise<{
          participants: { participant: string }[];
        }>,
    ),
  );
  const known: Known = {
    hubs: HUBS,
    urns,
    journeys: items.map(({ id }) => id),
    groups: ["north-readiness-1", "north-readiness-2", "north-next-1"],
    people: [
      "teacher-1",
      String(person["person"]),
      ...new Set(taking.flatMap(({ participants }) => participants.map(({ participant }) => participant))),
    ].slice(0, 12),
    years: ["2020-21", "2021-22"],
    programmes: ["primary-readiness", "primary-development", "secondary-development"],
    prospectuses: [NEXT_YEAR, "2021-22/primary-development", "2020-21/primary-readiness"],
  };
  return {
    api,
    known,
    async stop() {
      await whole.stop();
      process.stdout.write = write;
      lines.end();
    },
  };
}

// A hub lead of forty Work Groups: whatever is open in their schools, the morning has one line a group and cause.

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { TASK_ABOUT } from "../journey/event-words.ts";
import { morningOf } from "./morning-lines.ts";
import { taskThing } from "./morning-things.ts";
import { sampled } from "../../test/support/sampled.ts";

const TIME = { at: "2021-01-19T07:30:00Z", since: "2021-01-18T07:30:00Z" };

it("one line a Work Group and cause, however many schools, people, letters and moments it is of", () => {
  const drawn = fc.record({
    group: fc.nat(39),
    school: fc.nat(7),
    about: fc.constantFrom(...TASK_ABOUT),
    no: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 100, maxLength: 400 }), (all) => {
      const things = all.map(({ group, school, about, no }) => {
        const journey = `10${String(group).padStart(2, "0")}${String(school).padStart(2, "0")}-primary`;
        const of = { journey, school: journey, urn: journey.slice(0, 6), workGroup: `wg-${group}` };
        const own = { contact: `contact/${journey}-${no}`, "bounced-letter": `letters/p-${no}`, move: `move/${no}` };
        const id = (own as Partial<Record<string, string>>)[about] ?? `2020/21/${about}`;
        return taskThing(of, { id, about, commitment: null, openedAt: "2021-01-18T10:00:00Z", dueOn: "2021-01-25" });
      });
      const morning = morningOf(things, TIME);
      const lines = morning === null ? 0 : morning.lines.length + morning.beside.lines;
      expect(lines).toBe(new Set(all.map(({ group, about }) => `${group} ${about}`)).size);
    }),
    sampled(),
  );
});

// What a form asks about people, and whom it has to choose from.

import type { Participant } from "../../../libs/journey/state.ts";
import { teachersNow } from "../../../libs/journey/teachers.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { day, inWords } from "../words.ts";
import { teacherName } from "./teacher-name.ts";

/** Some people go by one name. */
const ONE_NAME = "One of the two names is enough.";

/** Names and address of somebody who is new. */
export function person(whose: string): FormField[] {
  const blank = `Enter ${whose.charAt(0).toLowerCase()}${whose.slice(1)} first name, or the last name`;
  return [
    { kind: "line", name: "contact.firstName", label: `${whose} first name`, required: false, hint: ONE_NAME, blank },
    { kind: "line", name: "contact.lastName", label: `${whose} last name`, required: false, blank: null },
    {
      kind: "email",
      name: "contact.email",
      label: `${whose} e-mail address`,
      required: true,
      hint: "Reminders and letters go there.",
    },
    { kind: "telephone", name: "contact.telephone", label: `${whose} telephone number`, required: false },
  ];
}

/** The teachers who take part, or did in an earlier year and have not left. */
export function teachers(facts: Facts): Choice[] {
  return facts.state.participants.filter((one) => !one.left).map((one) => inRole(facts, one));
}

const inRole = (facts: Facts, { id, role }: Participant): Choice => ({
  value: id,
  words: `${teacherName(facts, id)}, ${inWords(role).toLowerCase()}`,
});

/** Somebody new; or somebody of an earlier year, of whom the school has not said that they take part in this one. */
export function teacherToName(facts: Facts): FormField[] {
  const now = teachersNow(facts.state);
  const before = facts.state.participants.filter((one) => !one.left && !now.includes(one));
  const somebodyNew = person("The teacher’s");
  if (before.length === 0) return somebodyNew;
  return [
    {
      kind: "select",
      name: "participant",
      label: "Somebody who took part before",
      required: false,
      hint: "Or leave this empty and name somebody new.",
      choices: before.map((one) => inRole(facts, one)),
    },
    ...somebodyNew.map((field) => ({ ...field, required: false })),
  ];
}

/** Whom the school's letters go to: who takes part, the headteacher, who applied. */
export function people(facts: Facts): Choice[] {
  const { applicants, school } = facts.state;
  const others = [
    ...[school.headteacherContact ?? []].flat().map((id) => [id, "headteacher"] as const),
    ...applicants.map((id) => [id, "who applied"] as const),
  ];
  const named = others.flatMap(([id, part]) => {
    const name = facts.names.get(id);
    return name === undefined ? [] : [{ value: id, words: `${name}, ${part}` }];
  });
  const known = teachers(facts);
  return [
    ...known,
    ...named.filter((one, index) => ![...known, ...named.slice(0, index)].some(({ value }) => value === one.value)),
  ];
}

/** The letters that came back, by what asked for them. */
export function lettersBack({ state, events }: Facts): Choice[] {
  return state.bounced.map(({ effect, addressee }) => {
    const asked = events.find((one) => one.seq === effect);
    const to = addressee.startsWith("p-") ? "a teacher" : inWords(addressee).toLowerCase();
    return { value: String(effect), words: `To ${to}${asked ? `, of ${day(asked.at)}` : ""}` };
  });
}

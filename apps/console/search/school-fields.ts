// A field in which somebody says which school they mean: by its name, its town, its postcode or its URN. With a script
// schools are suggested; without one, or where nothing was picked, what was typed is looked for when it is sent.

import { Injectable } from "@nestjs/common";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { Search } from "../../../libs/service/search/search.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { ASKING, POLICY } from "../page.ts";
import { asPicked, pickedUrn, suggested, type Suggestion } from "./suggestions.ts";

/** What a browser may do with a page that has these fields: it asks for schools where one is looked for. */
export const policyFor = (fields: readonly FormField[]): string =>
  fields.some(({ kind }) => kind === "school") ? ASKING : POLICY;

const URN = /^\d{6}$/u;
const MOST_TYPED = 100;
/** So many are named where more than one is meant. */
const MOST_NAMED = 5;

@Injectable()
export class SchoolFields {
  constructor(
    private readonly schools: Schools,
    private readonly search: Search,
  ) {}

  /**
   * What was typed, with the one school that each field of a school means as if it had been picked. A URN stays as it
   * is: whether there is such a school its use case says. @throws Refusal `invalid` where none is meant, or several
   */
  async meant(caller: Principal, fields: readonly FormField[], typed: Typed): Promise<Typed> {
    const found: Record<string, string> = {};
    for (const field of fields) {
      if (field.kind !== "school") continue;
      const text = textIn(typed, field.name).trim().slice(0, MOST_TYPED);
      if (text === "" || URN.test(text) || pickedUrn(text) !== null) continue;
      const all = await suggested({ schools: this.schools, search: this.search }, caller, text, field.among);
      const [one, ...others] = all;
      if (one === undefined || others.length > 0) throw notOne(field.name, text, all);
      found[field.name] = one.value;
    }
    return { ...typed, ...found };
  }

  /** What stands in these fields before anybody types: of a URN that is known, its name as well. */
  async named(caller: Principal, fields: readonly FormField[], typed: Typed): Promise<Typed> {
    const bare = fields.filter(({ kind, name }) => kind === "school" && URN.test(textIn(typed, name)));
    if (bare.length === 0) return typed;
    const urns = bare.map(({ name }) => textIn(typed, name));
    const known = await this.schools.named(caller, urns);
    return {
      ...typed,
      ...Object.fromEntries(bare.map(({ name }, no) => [name, asPicked(urns[no] ?? "", known.get(urns[no] ?? ""))])),
    };
  }
}

function notOne(name: string, text: string, all: readonly Suggestion[]): Refusal {
  const shown = all.slice(0, MOST_NAMED).map(({ value }) => value);
  const detail =
    all.length === 0
      ? `no school is found for “${text}”. Write fewer words of its name, its postcode, or its URN.`
      : `several schools fit “${text}”. Write one of them as it stands here, or say more: ${shown.join("; ")}${
          all.length > shown.length ? "; and others" : ""
        }.`;
  return new Refusal("invalid", detail, { errors: [{ pointer: `/${name}`, detail }] });
}

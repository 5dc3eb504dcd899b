// The list of schools for whoever looks: as a page, and as a file.

import { Injectable } from "@nestjs/common";
import { isLocal } from "../../../libs/config/shapes.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { JourneysAtAGlance, type GlanceFilter } from "../../../libs/service/journeys/at-a-glance.ts";
import { manyCommandsOf } from "../../../libs/service/journeys/many-schools.ts";
import { NamedGroups } from "../../../libs/service/work-groups/named-groups.ts";
import { fieldShown } from "../form-controls.ts";
import { allIn, type FormField, type Typed } from "../form-fields.ts";
import { carried, faultSummary, hidden, idOf, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { BOX, type Choosing } from "../lists/choosing.ts";
import { askedIn, IN_FILE, queryOf, type ListAsked } from "../lists/list-asked.ts";
import { fileOf } from "../lists/list-file.ts";
import { listPage, type ListSpec } from "../lists/list-view.ts";
import type { Link } from "../navigation.ts";
import { manyChoices } from "../together/many-fields.ts";
import { hubInWords } from "../words.ts";
import { schoolsAsked, schoolsList, type SchoolListed } from "./schools-list.ts";

@Injectable()
export class SchoolsDesk {
  constructor(
    private readonly journeys: JourneysAtAGlance,
    private readonly groups: NamedGroups,
    private readonly security: SecurityLog,
    private readonly settings: WebSettings,
  ) {}

  /**
   * The page, as its address `query` asks. `base`: where it stands; `form`: what its form for several schools brings,
   * and what was wrong with it. @throws Refusal `forbidden`
   */
  async page(
    principal: Principal,
    query: Typed,
    base: string,
    form: Omit<FormState, "action">,
  ): Promise<{ title: string; body: Html }> {
    const spec = await this.spec(principal, base);
    const asked = askedIn(query, spec);
    const { filter, order } = schoolsAsked(asked);
    const found = asked.whole
      ? await this.journeys.rows(principal, filter, order)
      : await this.journeys.page(principal, filter, order);
    const list = listPage<SchoolListed>(found, asked, spec, choosing(principal, spec, asked, form));
    return { title: titleFor(principal), body: html`${list}${this.workflows(principal)}` };
  }

  /** All that fit, as a file; that it was taken is noted first. @throws Refusal `forbidden` */
  async file(principal: Principal, query: Typed, request: string): Promise<string> {
    const spec = await this.spec(principal, "/journeys");
    const { filter, order } = schoolsAsked(askedIn(query, spec));
    const { items } = await this.journeys.rows(principal, filter, { ...order, ...IN_FILE });
    const about = principal.hub === null ? null : `hub ${principal.hub}`;
    await this.security.note({ what: "list-exported", by: principal, about, code: "schools", request });
    return fileOf(items, spec.columns);
  }

  /** By what a list at this address (behind its question mark) is narrowed. @throws Refusal `forbidden` */
  async filterIn(principal: Principal, list: string): Promise<GlanceFilter> {
    const query = Object.fromEntries(new URLSearchParams(list));
    return schoolsAsked(askedIn(query, await this.spec(principal, "/journeys"))).filter;
  }

  /** The way to that list. */
  wayBack(list: string): Link {
    // Read and written anew: it came with a form.
    const query = new URLSearchParams(list).toString();
    return { href: query === "" ? "/journeys" : `/journeys?${query}`, words: "Back to the list of schools" };
  }

  private async spec(principal: Principal, base: string): Promise<ListSpec<SchoolListed>> {
    const [choices, groups] = await Promise.all([this.journeys.choices(principal), this.groups.of(principal)]);
    const programmes = [...new Set(choices.map(({ prospectus }) => prospectus))];
    const themes = programmes.flatMap((id) =>
      (id === null ? [] : (this.settings.catalogue.get(id)?.themes?.value ?? [])).map(
        ({ code, text }) => [code, text] as const,
      ),
    );
    return schoolsList({ base, choices, groups, themes: new Map(themes), withHub: principal.hub === null });
  }

  private workflows({ role }: Principal): Html | null {
    const { temporalUiUrl: url } = this.settings;
    // Temporal's Web UI asks nobody who they are: no link leads to one that others reach too.
    return role !== "operator" || url === null || !isLocal(url)
      ? null
      : html`<p class="govuk-body"><a class="govuk-link" href="${url}">Workflows, in the Temporal Web UI</a> (without a
        sign-in, on this machine only)</p>`;
  }
}

/** For what several can be chosen; null for who may do none of it. */
function choosing(
  { role }: Principal,
  spec: ListSpec<SchoolListed>,
  asked: ListAsked,
  { faults, typed, ...form }: Omit<FormState, "action">,
): Choosing<SchoolListed> | null {
  const commands = manyCommandsOf(role);
  if (commands.length === 0) return null;
  const what: FormField = {
    kind: "select",
    name: "command",
    label: "What to do",
    required: true,
    choices: manyChoices(commands),
  };
  return {
    action: "/together",
    hidden: html`${hidden(form)}${carried({ list: queryOf(spec.sorts, { ...asked, page: 1 }) })}`,
    one: ({ row, school }) => ({ value: row.id, name: school ?? `School ${row.urn}` }),
    chosen: allIn(typed, BOX),
    what: fieldShown(what, idOf(what.name), { typed, faults }),
    faults: faultSummary(faults),
  };
}

const titleFor = ({ hub, role }: Principal): string =>
  hub === null
    ? "Schools of every hub"
    : role === "work-group-lead"
      ? "Schools of your Work Groups"
      : `Schools of ${hubInWords(hub)}`;

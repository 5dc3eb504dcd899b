// The rules with the programmes as each hub has them: its own page's facts, and its own figures where no page says.
// They are read when a round begins; what all hubs have decided is read again only once there is a later decision.

import type { Rules } from "../journey/rules.ts";
import { catalogueOfHub, type HubFigures } from "../prospectus/hub-figures.ts";
import type { Catalogue } from "../prospectus/lookup.ts";
import type { Queryable } from "../store/prepared.ts";
import { figuresOfHubs, latestFigures, type FiguresSet } from "../store/hubs/figures.ts";

interface Known {
  latest: string | null;
  of: (hub: string) => Catalogue;
}

const KNOWN = new WeakMap<Catalogue, Known>();

/** The rules as hubs have them now; `latest`: their latest decision, where it was read. Rejects with StoreError. */
export async function rulesOfHubs(db: Queryable, rules: Rules, latest?: string | null): Promise<Rules> {
  return { ...rules, catalogueOf: await cataloguesOfHubs(db, rules.catalogue, latest) };
}

/** The catalogue of each hub as it is now; `latest`: as of `rulesOfHubs`. Rejects with StoreError. */
export async function cataloguesOfHubs(
  db: Queryable,
  catalogue: Catalogue,
  latest?: string | null,
): Promise<(hub: string) => Catalogue> {
  return cataloguesAsOf(db, catalogue, latest === undefined ? await latestFigures(db) : latest);
}

async function cataloguesAsOf(
  db: Queryable,
  catalogue: Catalogue,
  latest: string | null,
): Promise<(hub: string) => Catalogue> {
  const known = KNOWN.get(catalogue);
  if (known !== undefined && known.latest === latest) return known.of;
  const made = { latest, of: asHubsHaveIt(catalogue, latest === null ? [] : await figuresOfHubs(db)) };
  KNOWN.set(catalogue, made);
  return made.of;
}

/** The catalogue of each hub, made once. */
function asHubsHaveIt(catalogue: Catalogue, all: readonly FiguresSet[]): Known["of"] {
  const made = new Map<string, Catalogue>();
  return (hub) => {
    const own = new Map<string, HubFigures>(
      all.filter((one) => one.hub === hub).map(({ prospectus, figures }) => [prospectus, figures]),
    );
    const there = made.get(hub) ?? catalogueOfHub(catalogue, hub, own);
    made.set(hub, there);
    return there;
  };
}

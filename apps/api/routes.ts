// Every route the API has, as Nest has them: for the OpenAPI document and for the test that walks them all.

import { RequestMethod, type Type } from "@nestjs/common";
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from "@nestjs/common/constants.js";
import { allowedOf, type Allowed } from "../../libs/http/allowed.ts";
import { docOf, type Doc } from "./openapi/doc.ts";
import { parametersOf, takenBy, type Taken } from "./openapi/taken.ts";

export interface ApiRoute {
  method: string;
  /** As OpenAPI writes it: `/api/v1/journeys/{id}` */
  path: string;
  allowed: Allowed | null;
  doc: Doc | null;
  taken: Taken;
  handler: object;
}

/** What every operation of this API stands below: what is outside (health, a calendar's address) takes what comes. */
const API = /^\/api\/v1(?:\/|$)/u;

/** The query parameters that each of these operations declares, by its handler. */
export function declaredBy(routes: readonly ApiRoute[]): (handler: object) => ReadonlySet<string> | null {
  const declared = new Map(
    routes
      .filter(({ path }) => API.test(path))
      .map(({ handler, doc, taken }) => [handler, queryOf(doc, taken)] as const),
  );
  return (handler) => declared.get(handler) ?? null;
}

function queryOf(doc: Doc | null, { query }: Taken): ReadonlySet<string> {
  const all = [...(doc?.parameters ?? []), ...parametersOf(query)];
  return new Set(all.flatMap(({ name, in: place }) => (place === "query" ? [name] : [])));
}

/** The controllers of a module and of those that it imports, in their order. */
export function controllersOf(module: Type): Type[] {
  const said = (what: string): Type[] => (Reflect.getMetadata(what, module) as Type[] | undefined) ?? [];
  return [...said(MODULE_METADATA.IMPORTS).flatMap(controllersOf), ...said(MODULE_METADATA.CONTROLLERS)];
}

/** The routes of these controllers, in the order of their methods. */
export function routesOf(controllers: readonly Type[]): ApiRoute[] {
  return controllers.flatMap((controller) => {
    const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? "");
    return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler: unknown = controller.prototype[name];
      const method: unknown = typeof handler === "function" ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined;
      if (typeof handler !== "function" || typeof method !== "number") return [];
      const path = `/${[base, String(Reflect.getMetadata(PATH_METADATA, handler) ?? "")].join("/")}`
        .replace(/\/+/gu, "/")
        .replace(/(?<=.)\/$/u, "");
      return [
        {
          method: (RequestMethod[method] ?? "").toLowerCase(),
          path: path.replace(/:(\w+)/gu, "{$1}"),
          allowed: allowedOf(handler),
          doc: docOf(handler),
          taken: takenBy(controller, name),
          handler,
        },
      ];
    });
  });
}

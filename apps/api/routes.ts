// Every route the API has, as Nest has them: for the OpenAPI document and for the test that walks them all.

import { RequestMethod, type Type } from "@nestjs/common";
import { METHOD_METADATA, PATH_METADATA } from "@nestjs/common/constants.js";
import { allowedOf, type Allowed } from "./access/roles.ts";
import { docOf, type Doc } from "./openapi/doc.ts";

export interface ApiRoute {
  method: string;
  /** As OpenAPI writes it: `/api/v1/journeys/{id}` */
  path: string;
  allowed: Allowed | null;
  doc: Doc | null;
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
        },
      ];
    });
  });
}

// What a handler takes, by the types of its own parameters: @Body and @Query that are classes of fields.

import { ROUTE_ARGS_METADATA } from "@nestjs/common/constants.js";
import { RouteParamtypes } from "@nestjs/common/enums/route-paramtypes.enum.js";
import { fieldsOf, isShape, type Shape } from "../../../libs/service/shape/field.ts";
import type { Parameter } from "./doc.ts";

export interface Taken {
  body: Shape | null;
  query: Shape | null;
}

/** The shapes that a handler takes. */
export function takenBy(controller: { prototype: object }, handler: string): Taken {
  const types =
    (Reflect.getMetadata("design:paramtypes", controller.prototype, handler) as unknown[] | undefined) ?? [];
  const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { index: number }
  >;
  const at = (kind: RouteParamtypes): Shape | null => {
    const place = Object.entries(places).find(([key]) => key.startsWith(`${kind}:`))?.[1];
    const type = place === undefined ? undefined : types[place.index];
    return isShape(type) ? type : null;
  };
  return { body: at(RouteParamtypes.BODY), query: at(RouteParamtypes.QUERY) };
}

/** The query parameters that a shape stands for. */
export function parametersOf(query: Shape | null): Parameter[] {
  if (query === null) return [];
  return fieldsOf(query).map(({ name, schema: { description = "", ...schema }, example, optional }) => ({
    name,
    in: "query",
    description,
    schema,
    ...(example !== undefined && { example }),
    ...(!optional && { required: true }),
  }));
}

// A route of a command, added from a table: as decorators at a written-out method would.

import { HttpCode, Param, Post, Req, Res, type Type } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { type Role } from "../../../libs/service/access/principal.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { Doc } from "../openapi/doc.ts";
import { PREVIEW } from "../openapi/parameters.ts";

/** A controller that sends commands by name to what goes by `id`. */
interface Performs<N extends string, A> {
  perform(name: N, id: string, request: ApiRequest, response: ApiResponse): Promise<A>;
}

interface AddedRoute {
  /** Under the controller's own; holds `:id` unless that does. */
  path: string;
  roles: readonly [Role, ...Role[]];
  /** What is true of every command is added to it. */
  doc: Omit<Doc, "etag" | "command" | "problems">;
}

/** Adds `POST {path}` to `controller`: it performs the command `name` for the roles given. */
export function addCommandRoute<N extends string, A>(
  controller: Type<Performs<N, A>>,
  name: N,
  { path, roles, doc }: AddedRoute,
): void {
  const method = name.charAt(0).toLowerCase() + name.slice(1);
  const prototype: object = controller.prototype;
  const handler = {
    [method](this: Performs<N, A>, id: string, request: ApiRequest, response: ApiResponse): Promise<A> {
      return this.perform(name, id, request, response);
    },
  }[method];
  Object.defineProperty(prototype, method, { value: handler, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  if (!descriptor) throw new Error(`${name} has no handler.`);
  Param("id")(prototype, method, 0);
  Req()(prototype, method, 1);
  Res({ passthrough: true })(prototype, method, 2);
  const documented = Doc({
    ...doc,
    parameters: [...(doc.parameters ?? []), PREVIEW],
    etag: true,
    command: true,
    problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  });
  for (const decorate of [Post(path), HttpCode(200), Roles(...roles), documented])
    decorate(prototype, method, descriptor);
}

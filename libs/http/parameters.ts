// What handlers are given besides @Body, @Param and @Query.

import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { Principal } from "../service/access/principal.ts";
import type { Asked } from "../service/commands/asked.ts";
import { askedOf } from "./asked.ts";
import { callerOf } from "./caller.ts";
import type { ApiRequest } from "./request.ts";

const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** Who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  callerOf(requestOf(context)),
);

/** What is asked: who, with which body, under which key. */
export const AskedHere = createParamDecorator((_: unknown, context: ExecutionContext): Asked =>
  askedOf(requestOf(context)),
);

/** Which programme an address with `:year/:programme` in it is about: `2026-27/primary-readiness`. */
export const ProgrammeHere = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { params } = context.switchToHttp().getRequest<{ params: Record<"year" | "programme", string> }>();
  return `${params.year}/${params.programme}`;
});

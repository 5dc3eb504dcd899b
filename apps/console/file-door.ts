// A file that a form brings: who may send one, how large it may be, and how it is read.

import { Readable } from "node:stream";
import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { capped } from "../../libs/http/capped.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import type { Roles } from "../../libs/service/access/roles.ts";
import { MOST_BYTES } from "../../libs/service/bulk/csv-rows.ts";
import { Desk } from "./desk.ts";

/** As the API takes it, and the same in base64. */
export const FILE_LIMITS = { fileSize: 4_000_000, fieldSize: 5_400_000, files: 1, fields: 5, parts: 8 };

/** Only who may send a file is listened to while they do. */
@Injectable()
export abstract class FileDoor implements CanActivate {
  protected abstract readonly roles: Roles;

  constructor(private readonly desk: Desk) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    await this.desk.visitor(http.getRequest<ApiRequest>(), http.getResponse<ApiResponse>(), this.roles);
    return true;
  }
}

/** The file as a use case reads it. */
export const streamOf = (file: Buffer): AsyncIterable<Buffer> => capped(Readable.from([file]), MOST_BYTES);

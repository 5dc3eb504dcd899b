import { Injectable, type ArgumentMetadata, type PipeTransform } from "@nestjs/common";
import { validated } from "../service/shape/checked.ts";
import { isShape } from "../service/shape/field.ts";

/**
 * Checks what a handler takes by its own type: a `@Body` may say more than that; of a `@Query`, only what its type
 * knows goes on (what an operation of the API does not know, query.ts has refused). What is no shape is left as it is.
 */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    return isShape(metatype) ? validated(metatype, value, { only: type === "query" }) : value;
  }
}

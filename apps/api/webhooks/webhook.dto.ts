import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from "class-validator";
import { MOST_URL } from "../../../libs/webhooks/address.ts";
import { FEED_TYPES } from "../../../libs/store/events/known-events.ts";

const TYPES = [...FEED_TYPES];
const MOST_CURSOR = 300;
const notNull = (_: object, value: unknown): boolean => value !== null;

/** A new webhook. `events`: null or not sent for all. */
export class WebhookBody {
  @IsString({ message: "url is missing." })
  @MaxLength(MOST_URL)
  url: string;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(TYPES.length)
  @IsIn(TYPES, { each: true, message: "events has names of events as `type` of GET /api/v1/events has them." })
  events?: string[] | null;
}

/** What may be changed; what is not sent stays. */
export class WebhookChange {
  @ValidateIf((_, value) => value !== undefined)
  @IsString({ message: "url is an address." })
  @MaxLength(MOST_URL)
  url?: string;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(TYPES.length)
  @IsIn(TYPES, { each: true, message: "events has names of events as `type` of GET /api/v1/events has them." })
  events?: string[] | null;

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  enabled?: boolean;
}

/** `after`: null for everything from the beginning. */
export class ReplayBody {
  @ValidateIf(notNull)
  @IsString({ message: "after is missing: a cursor of the feed, or null for everything from the beginning." })
  @Matches(/^[\w-]+$/u, { message: "after is a cursor of the feed, or null for everything from the beginning." })
  @MaxLength(MOST_CURSOR)
  after: string | null;
}

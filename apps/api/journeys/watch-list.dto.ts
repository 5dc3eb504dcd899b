// What is answered of schools that somebody watches.

import { Flag, Named, Text } from "../../../libs/service/shape/field.ts";

@Named("Watch")
export class WatchAnswer {
  @Text({ says: "Its own id, by whatever URN it was asked for", example: "100001-primary" }) journey: string;
  @Flag({ says: "On your watch list from now on, or not", example: true }) watched: boolean;
}

import { bringUpToDate, OtherKeys } from "../../../libs/service/schema.ts";
import { SetUpError } from "./set-up-error.ts";

/** `bringUpToDate`, for a person at the terminal. Rejects with SetUpError for keys that are not this database's. */
export async function upToDate(ownerUrl: string, keys: readonly Buffer[] | null): Promise<void> {
  try {
    await bringUpToDate(ownerUrl, keys);
  } catch (error) {
    if (error instanceof OtherKeys) throw new SetUpError(error.message);
    throw error;
  }
}

import { shownActions } from "./shown/actions";
import type { Shown } from "./shown/at-cursor";
import { shownCompletion } from "./shown/completion";
import { shownNavigation } from "./shown/navigation";
import { shownReading } from "./shown/reading";

/** What every fence after a model shows. */
export const shown: Shown = { ...shownActions, ...shownCompletion, ...shownNavigation, ...shownReading };

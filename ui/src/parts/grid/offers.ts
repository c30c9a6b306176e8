import type { Desk } from "../../document/desk";
import { chosen_acts } from "../../document/row_acts";
import type { Chosen, GridAct, Offer } from "./handover";
import { whole_rows } from "./own_acts";

/** What the pieces beside the grid offer for a selection, in the order of the menu. */
const OFFERS: readonly Offer[] = [whole_rows, chosen_acts];

/** Everything that can be done with a selection. */
export function offers(desk: Desk, chosen: Chosen): GridAct[] {
  return OFFERS.flatMap((offer) => offer(desk, chosen));
}

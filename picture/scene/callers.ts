import { OPEN } from "./passages";
import type { Call, Entry, Lane } from "./scene";

/** As many arrows to one service are told apart; more are said in one line. */
const MOST_ARROWS = 3;

/** Calls as arrows, and those that are too many for that as one entry of the service that they all reach. */
export function withCallers(
  lanes: readonly Lane[],
  calls: readonly Call[],
): { readonly lanes: readonly Lane[]; readonly calls: readonly Call[] } {
  const callersOf = (id: string): readonly Call[] => calls.filter(({ to }) => to === id);
  const isCrowded = ({ to }: Call): boolean => callersOf(to).length > MOST_ARROWS;
  return {
    lanes: lanes.map((lane) => {
      const own = callersOf(lane.id);
      return own.length > MOST_ARROWS ? { ...lane, entries: [crowd(own), ...lane.entries] } : lane;
    }),
    calls: calls.filter((call) => !isCrowded(call)),
  };
}

function crowd(calls: readonly Call[]): Entry {
  const [first] = calls;
  return { from: `${calls.length} services`, id: "", port: first?.label ?? "", passage: OPEN };
}

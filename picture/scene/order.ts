import { forwardedTo, type Landscape } from "../../traffic/model";
import type { Call, Lane } from "./scene";

/**
 * Lanes in the order in which a reader follows the traffic: as the listeners and rules lead to them, then whoever those
 * call, then the others as the file has them.
 */
export function inOrder(lanes: readonly Lane[], calls: readonly Call[], scenery: Landscape): readonly Lane[] {
  const groups = scenery.loadBalancers.flatMap(({ listeners }) =>
    listeners.flatMap(({ defaultActions, rules }) => [
      ...rules.flatMap(({ actions }) => forwardedTo(actions)),
      ...forwardedTo(defaultActions),
    ]),
  );
  const rankOf = new Map([...new Set(groups)].map(({ address }, index) => [address, index]));
  const rank = ({ forwards }: Lane): number =>
    Math.min(...forwards.map(({ target }) => rankOf.get(target.id) ?? Number.MAX_SAFE_INTEGER - 1), Infinity);
  const led = lanes.filter(({ forwards }) => forwards.length > 0);
  const first = [...led].sort((one, other) => compare(rank(one), rank(other)));
  return followed([...first, ...lanes.filter(({ forwards }) => forwards.length === 0)], calls);
}

/** Everybody's callees follow, nearest first, after all that a load balancer leads to. */
function followed(lanes: readonly Lane[], calls: readonly Call[]): readonly Lane[] {
  const seen = lanes.filter(({ forwards }) => forwards.length > 0);
  const rest = new Set(lanes.filter(({ forwards }) => forwards.length === 0));
  for (let position = 0; rest.size > 0; position += 1) {
    const caller = seen[position];
    const next =
      caller === undefined
        ? [...rest].slice(0, 1)
        : [...rest].filter(({ id }) => calls.some(({ from, to }) => from === caller.id && to === id));
    for (const lane of next) {
      rest.delete(lane);
      seen.push(lane);
    }
    if (caller === undefined) position -= 1;
  }
  return seen;
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

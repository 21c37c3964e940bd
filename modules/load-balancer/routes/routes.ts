import { Construct } from "constructs";
import { addCheck, type Fault, problems, requireThat } from "../../errors";
import { literal, namingId } from "../../foundation";
import { isWithin } from "./conditions";
import { placesOf, type Ranked } from "./priorities";
import { Route, type RouteOwner, type RouteProps } from "./route";

/** The routes of one listener, each with a place of its own. */
export class Routes extends Construct {
  private readonly routes: Route[] = [];

  public constructor(
    scope: Construct,
    id: string,
    private readonly owner: RouteOwner,
  ) {
    super(scope, id);
    addCheck(this, () => this.faults());
  }

  /** Every place is chosen anew, which moves nobody: a priority written by hand alone takes another's number. */
  public add(id: string, props: RouteProps): Route {
    const route = new Route(this, id, this.owner, props);
    this.routes.push(route);
    const places = placesOf(this.routes.map(ranked));
    this.routes.forEach((one, position) => {
      const successors = this.routes.filter((_, later) => places[later]?.passed.includes(position));
      one.setPriority(places[position]?.priority, successors);
    });
    return route;
  }

  private faults(): Fault[] {
    const ranking = this.routes.map(ranked);
    const order = placesOf(ranking)
      .flatMap(({ priority }, position) => (priority === undefined ? [] : [{ priority, position }]))
      .sort((one, other) => one.priority - other.priority)
      .flatMap(({ position }) => this.routes.slice(position, position + 1));
    const byHand = ranking.flatMap(({ priority }) => (typeof priority === "number" ? [priority] : []));
    const twice = byHand.filter((one, position) => byHand.indexOf(one) < position);
    return [
      ...requireThat(twice.length === 0, problems.routePriorityTaken, [...new Set(twice)].join(", ")),
      ...order.flatMap((route, position) => shadowFaults(route, order.slice(0, position))),
    ];
  }
}

function ranked(route: Route): Ranked {
  const { conditions, priority } = route;
  return {
    id: namingId(route),
    conditions,
    priority: priority === undefined ? undefined : (literal(priority) ?? "token"),
  };
}

/** A route behind a wider one, or behind its twin, never gets a request. */
function shadowFaults({ conditions, node }: Route, earlier: readonly Route[]): Fault[] {
  const wider = earlier.find((one) => one.conditions.length > 0 && isWithin(conditions, one.conditions));
  if (wider === undefined || conditions.length === 0) return [];
  const code = isWithin(wider.conditions, conditions) ? problems.routeDuplicate : problems.routeShadowed;
  return requireThat(false, code, `${node.id} behind ${wider.node.id}`);
}

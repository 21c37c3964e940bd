import { UNKNOWN } from "../terraform";
import type { Action } from "./actions";
import { Belongings } from "./catalogue";
import type { Listener, ListenerRule } from "./listeners";
import type { Parts } from "./parts";
import type { TargetGroup } from "./target-groups";
import type { Known } from "./truth";

/** Whatever sends requests to a target group: a listener by default, or a rule of it. */
export type Forwarder = Listener | ListenerRule;

interface Forward {
  readonly by: Forwarder;
  readonly group: Known<TargetGroup>;
}

/** Which listeners and rules send to which target group. */
export class Forwarding {
  private readonly forwards: Belongings<Forward>;

  public constructor({ listeners, listenerRules }: Parts) {
    const all = [
      ...listeners.all.flatMap((by) => forwardsOf(by, by.defaultActions)),
      ...listenerRules.all.flatMap((by) => forwardsOf(by, by.actions)),
    ];
    this.forwards = new Belongings(all, ({ group }) => ({
      all: group === UNKNOWN ? [] : [group],
      among: false,
      open: group === UNKNOWN,
    }));
  }

  public forwardersOf(group: TargetGroup): readonly Forwarder[] {
    return [...new Set(this.forwards.of(group).map(({ by }) => by))];
  }

  public mayHaveOthers(group: TargetGroup): boolean {
    return this.forwards.maybeOf(group).length > 0;
  }
}

/** The listener itself, or the one that a rule belongs to. */
export function listenerOf(forwarder: Forwarder): Known<Listener> {
  return "defaultActions" in forwarder ? forwarder : forwarder.listener;
}

function forwardsOf(by: Forwarder, actions: readonly Action[]): Forward[] {
  return actions.flatMap((action): Forward[] => {
    if (action.kind === "unknown") return [{ by, group: UNKNOWN }];
    return action.kind === "forward" ? action.targets.map(({ group }) => ({ by, group })) : [];
  });
}

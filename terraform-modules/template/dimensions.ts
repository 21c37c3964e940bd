import type { Dimension } from "../engine/decisions";

/** NAT gateways of a network that may be for something else than tasks. */
export const ANY_NAT = byText("nat", ["single", "none", "per-zone"], "var.nat");

/** NAT gateways of a network with tasks, which need a way out. */
export const NAT = byText("nat", ["single", "per-zone"], "var.nat");

/** Who the load balancer is for. */
export const SCHEME = byFlag("scheme", ["internet-facing", "internal"], "var.internal");

/** HTTP alone, or HTTPS with a certificate that is made, or one that stands already. */
export const TLS: Dimension = {
  name: "tls",
  values: ["off", "made", "given"],
  test: (values) => {
    const on = values.filter((value) => value !== "off");
    if (on.length === 0) return "!var.https";
    if (values.length === 2)
      return on.length === 2 ? "var.https" : `!(${certificate(on[0] === "made" ? "given" : "made")})`;
    return certificate(on[0] ?? "");
  },
};

/** Whether the target group has an exact name. */
export const NAMED = byFlag("named", ["no", "yes"], "var.target_group_name != null");

/** Whether there is a cluster already. */
export const CLUSTER = byFlag("cluster", ["made", "given"], "!var.create_cluster");

/** Whether the number of tasks is held between bounds. */
export const SCALED = byFlag("scaled", ["no", "yes"], "var.scaling != null");

function certificate(origin: string): string {
  return `var.https && ${origin === "made" ? "" : "!"}var.create_certificate`;
}

function byText(name: string, values: readonly string[], variable: string): Dimension {
  return {
    name,
    values,
    test: (some) => {
      const others = values.filter((value) => !some.includes(value));
      if (some.length === 1) return `${variable} == "${some[0]}"`;
      return others.length === 1
        ? `${variable} != "${others[0]}"`
        : `contains(${JSON.stringify(some)}, ${variable})`;
    },
  };
}

/** The second value is the one for which the condition holds. */
function byFlag(name: string, values: readonly [string, string], condition: string): Dimension {
  const opposite = condition.includes("!=")
    ? condition.replace("!=", "==")
    : condition.startsWith("!")
      ? condition.slice(1)
      : `!${condition}`;
  return { name, values, test: ([value]) => (value === values[1] ? condition : opposite) };
}

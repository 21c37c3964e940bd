import { withCall, withSettings } from "../calling";
import type { Break } from "./break";

/** What services name each other by. */
export const CALLS: readonly Break[] = [
  {
    title: "a service names another one that does not let it in",
    cut: (document) => withCall(document).remove("aws_vpc_security_group_ingress_rule.call"),
    told: ["FY576 aws_ecs_service.web"],
  },
  {
    title: "a service names another one by its container's port",
    cut: (document) =>
      withSettings(withCall(document), [{ name: "ORDERS_URL", value: "http://orders:9090" }]),
    told: ["FY577 aws_ecs_service.web"],
  },
];

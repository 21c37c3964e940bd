import type { Service } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const applyGreenOverDeadService: Rule = {
  code: "FY553",
  severity: "warning",
  subject: "a service",
  allowed:
    "must fail the apply if its tasks never become healthy: wait_for_steady_state with a circuit breaker that rolls back",
  fix: "set wait_for_steady_state = true and deployment_circuit_breaker { enable = true, rollback = true }",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  judge: ({ services, kind }) => (kind === "state" ? [] : services.flatMap(faults)),
};

function faults(service: Service): Fault[] {
  const { waitsForSteadyState: waits, hasCircuitBreaker: breaks, deploymentController, isFargate } = service;
  if (deploymentController !== "ECS" || isFargate === false) return [];
  if (waits === false)
    return [fault(service, "an apply that is green before any task runs", { severity: "note" })];
  if (waits === true && breaks === false)
    return [
      fault(service, "no circuit breaker: tasks are started again and again until the apply times out"),
    ];
  return [];
}

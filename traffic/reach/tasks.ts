import { about, ifKnown, some, UNKNOWN } from "../model";
import type { Container, Known, Registration, Service, Truth } from "../model";
import type { ServiceParty } from "./parties";
import { exists, listed, passed, portText, stopped, unsure, type Step } from "./step";

/** Somebody listens: a container that is registered, or any that has the port, and a task that runs it. */
export function listens({ part }: ServiceParty, port: Known<number>, registration?: Registration): Step[] {
  return [...exists(part), container(part, port, registration), ...runs(part)];
}

function container(service: Service, port: Known<number>, registration: Registration | undefined): Step {
  const task = service.taskDefinition;
  const containers = task === UNKNOWN ? UNKNOWN : (task?.containers ?? UNKNOWN);
  if (containers === UNKNOWN)
    return unsure(
      `a container of ${service.name} listens on ${portText(port)}`,
      { of: service.address, attribute: "task_definition" },
      ...(task === undefined || task === UNKNOWN
        ? []
        : [{ of: task.address, attribute: "container_definitions" }]),
    );
  const asked = registration?.containerName;
  const named = asked === undefined ? containers : containers.filter(({ name }) => name === asked);
  const isNameOpen = asked === UNKNOWN || containers.some(({ name }) => name === UNKNOWN);
  if (named.length === 0)
    return isNameOpen
      ? unsure(`${service.name} has the container that it registers`)
      : stopped(
          `${service.name} registers container ${String(asked)}, and its task definition has ${containersText(containers)}`,
          "name one of its containers in load_balancer",
        );
  return onPort(service, named, port);
}

function onPort(service: Service, containers: readonly Container[], port: Known<number>): Step {
  const found = containers.find((one) => maps(one, port) === true);
  const mapped = containers.flatMap(({ ports }) => ifKnown(ports) ?? []).map((one) => portText(one.port));
  const who =
    found === undefined ? containersText(containers) : `container ${String(ifKnown(found.name) ?? "")}`;
  return {
    holds: some(containers.map((one) => maps(one, port))),
    passed: `${who} listens on ${portText(port)}`,
    cause: `no container of ${service.name} listens on ${portText(port)}: ${containersText(containers)} maps ${mapped.length === 0 ? "no port" : listed(mapped)}`,
    fix: `map ${portText(port)} in portMappings of the task definition, or use the port that it maps`,
    question: `${containersText(containers)} listens on ${portText(port)}`,
  };
}

function maps({ ports }: Container, port: Known<number>): Truth {
  return about(ports, (all) =>
    some(
      all.map((one) =>
        one.protocol === "udp"
          ? false
          : about(one.port, (mapped) => about(port, (wanted) => mapped === wanted)),
      ),
    ),
  );
}

/** How many tasks run is often set at deployment: only a certain 0 stops anything. */
function runs({ name, desiredCount, scaling }: Service): Step[] {
  if (desiredCount === UNKNOWN || desiredCount > 0) return [];
  const least = scaling?.least;
  if (least === UNKNOWN) return [unsure(`scaling starts any task of ${name}: its desired count is 0`)];
  if (least !== undefined && least > 0) return [passed(`scaling keeps ${least} or more tasks of ${name}`)];
  return [stopped(`${name} runs no task: its desired count is 0`, "set desired_count to 1 or more")];
}

/** How the one finds the other is said, and stops nothing: an address reaches it as well. */
export function discovery(from: Service, to: Service, port: Known<number>): Step[] {
  const offers = offersOf(to);
  if (offers === UNKNOWN) return [];
  const offer = offers.find((one) => one.port === port || one.port === UNKNOWN) ?? offers[0];
  if (offer === undefined) return [passed(`note: ${to.name} has no name in Service Connect`)];
  const name = `${ifKnown(offer.dnsName ?? UNKNOWN) ?? to.name}:${portText(offer.port)}`;
  const isClient = from.serviceConnect === UNKNOWN ? UNKNOWN : (from.serviceConnect?.isEnabled ?? false);
  return isClient === false
    ? [passed(`note: ${from.name} does not use Service Connect, and can't find ${name} by that name`)]
    : [passed(`Service Connect finds it as ${name}`)];
}

function offersOf({ serviceConnect }: Service) {
  if (serviceConnect === UNKNOWN || serviceConnect?.isEnabled === UNKNOWN) return UNKNOWN;
  return serviceConnect?.isEnabled === true ? serviceConnect.offers : [];
}

function containersText(containers: readonly Container[]): string {
  const names = containers.map(({ name }) => (name === UNKNOWN ? "one that is not named yet" : name));
  return names.length === 0
    ? "no container"
    : `${names.length > 1 ? "containers" : "container"} ${listed(names)}`;
}

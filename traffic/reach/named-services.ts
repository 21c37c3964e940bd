import { about, addressesIn, ifKnown, isSameNamespace, namespaceOf, UNKNOWN } from "../model";
import type { Container, Known, Landscape, LoadBalancer, NetworkAddress, Offer, Service } from "../model";
import { carries } from "./carries";
import { hop } from "./hop";
import { service as party } from "./parties";
import { listed, stopped, type Step } from "./step";

/** A setting of a container that names a service or a load balancer, and what keeps the two apart for certain. */
export interface NamedService {
  readonly client: Service;
  /** What names it: `ORDERS_URL`, or `the command`. */
  readonly setting: string;
  /** `orders:9000`. */
  readonly names: string;
  readonly host: string;
  readonly server: Service | LoadBalancer;
  /** What is in the way; none if nothing is, or if nobody can say. */
  readonly shut: readonly Step[];
  /** Ports on which it is found instead; none if the one that is named is right, or nobody can say. */
  readonly ports: readonly number[];
}

/** Variables that name who may come, or what others are told, not whom the program calls. */
const NOT_A_CALL =
  /ORIGIN|CORS|ALLOW|TRUST|REFERR?ER|NO_PROXY|ISSUER|AUDIENCE|CALLBACK|REDIRECT|PUBLIC|EXTERNAL|ADVERTISE/i;

/** All that containers' variables and commands name by Service Connect, Cloud Map, or a load balancer's name. */
export function namedServices(landscape: Landscape): NamedService[] {
  return landscape.services.filter(({ many }) => !many).flatMap((client) => namedBy(client, landscape));
}

function namedBy(client: Service, landscape: Landscape): NamedService[] {
  return textsOf(client).flatMap(({ setting, text }) =>
    addressesIn(text).flatMap((address) => {
      const ways = [
        ...landscape.services.flatMap((server) => waysTo(server, client, address)),
        ...landscape.loadBalancers.flatMap((door) => wayToDoor(door, client, address, landscape)),
      ];
      const isFine = ways.some(({ server, shut, ports }) => {
        const isOpen = shut.length === 0 && ports.length === 0;
        return server === client || server.many || isOpen;
      });
      const names = `${address.host}${address.port === undefined ? "" : `:${address.port}`}`;
      return isFine ? [] : ways.slice(0, 1).map((way) => ({ ...way, client, setting, names }));
    }),
  );
}

type Way = Pick<NamedService, "server" | "host" | "shut" | "ports">;

function textsOf({ taskDefinition: task }: Service): { setting: string; text: string }[] {
  const containers = task === undefined || task === UNKNOWN ? UNKNOWN : task.containers;
  return (ifKnown(containers) ?? []).filter(({ hasOwnNames }) => !hasOwnNames).flatMap(textsIn);
}

function textsIn({ environment, arguments: words }: Container): { setting: string; text: string }[] {
  const variables = (ifKnown(environment) ?? []).flatMap(({ name, value }) =>
    typeof value === "string" && typeof name === "string" && !NOT_A_CALL.test(name)
      ? [{ setting: name, text: value }]
      : [],
  );
  const commands = words.flatMap((text) =>
    typeof text === "string" ? [{ setting: "a command", text }] : [],
  );
  return [...variables, ...commands];
}

/** By each name under which a service is found, if it is the one that is asked for. */
function waysTo(server: Service, client: Service, { host, port }: NetworkAddress): Way[] {
  const base = { server, host };
  const offers = offersOf(server).filter((offer) => nameOf(offer, server) === host);
  const listening = offers.filter(
    (offer) => offer.port === UNKNOWN || port === undefined || offer.port === port,
  );
  const [chosen = offers[0]] = listening;
  const byConnect =
    chosen === undefined
      ? []
      : [
          {
            ...base,
            shut: [...strangers(client, server), ...closed(client, server, portBehind(chosen, server))],
            ports: listening.length > 0 ? [] : portsOf(offers),
          },
        ];
  const isRegistered = server.registries.all.some((one) => ifKnown(one.host)?.toLowerCase() === host);
  const byDns = { ...base, shut: closed(client, server, port ?? UNKNOWN), ports: [] };
  return isRegistered && !server.registries.among ? [...byConnect, byDns] : byConnect;
}

function offersOf({ serviceConnect }: Service): readonly Offer[] {
  if (serviceConnect === UNKNOWN || serviceConnect?.isEnabled !== true) return [];
  return ifKnown(serviceConnect.offers) ?? [];
}

function nameOf({ alias, discoveryName }: Offer, server: Service): string | undefined {
  const namespace = namespaceOf(server);
  if (alias !== undefined) return ifKnown(alias)?.toLowerCase();
  if (namespace === undefined || namespace === UNKNOWN || discoveryName === UNKNOWN) return undefined;
  const domain = typeof namespace === "string" ? namespace : ifKnown(namespace.domain);
  return domain === undefined ? undefined : `${discoveryName}.${domain}`.toLowerCase();
}

function portsOf(offers: readonly Offer[]): number[] {
  return [...new Set(offers.flatMap(({ port }) => (port === UNKNOWN ? [] : [port])))];
}

/** Where the tasks take what comes by that name. */
function portBehind({ portName, ingressPort }: Offer, { taskDefinition: task }: Service): Known<number> {
  if (ingressPort !== undefined) return ingressPort;
  const containers = task === undefined || task === UNKNOWN ? UNKNOWN : task.containers;
  const mappings = (ifKnown(containers) ?? []).flatMap(({ ports }) => ifKnown(ports) ?? []);
  return (
    mappings.find(({ name }) => name !== undefined && name !== UNKNOWN && name === portName)?.port ?? UNKNOWN
  );
}

/** A name of Service Connect is known to tasks of its namespace alone. */
function strangers(client: Service, server: Service): Step[] {
  const isClient =
    client.serviceConnect === undefined ? false : about(client.serviceConnect, (one) => one.isEnabled);
  const fix = `give ${client.name} a service_connect_configuration with the namespace of ${server.name}`;
  if (isClient === false) return [stopped(`${client.name} does not use Service Connect`, fix)];
  return isClient === true && isSameNamespace(namespaceOf(client), namespaceOf(server)) === false
    ? [stopped(`${client.name} is in another Service Connect namespace than ${server.name}`, fix)]
    : [];
}

/** What is closed in all zones, for certain. */
function closed(client: Service, server: Service, port: Known<number>): Step[] {
  if (client === server || port === UNKNOWN) return [];
  return hop(party(client), party(server), port).filter(
    ({ holds, inPart }) => holds === false && inPart !== true,
  );
}

/** `it, because a and b`: the causes as one sentence's part, and the fixes as another's. */
export function told(steps: readonly Step[]): { readonly cause: string; readonly fix: string } {
  return {
    cause: listed(steps.map(({ cause }) => cause)),
    fix: listed(
      steps.map(({ fix }) => fix),
      "and",
    ),
  };
}

/**
 * What an internet-facing one is called by is often for browsers: whether the container itself gets there is not asked.
 */
function wayToDoor(
  door: LoadBalancer,
  client: Service,
  { host, port }: NetworkAddress,
  landscape: Landscape,
): Way[] {
  if (!door.hosts.includes(host)) return [];
  const listening = door.listeners.map((one) => one.port);
  const isElsewhere = port !== undefined && !door.mayHaveOtherListeners && !listening.includes(port);
  const ports =
    isElsewhere && !listening.includes(UNKNOWN)
      ? listening.flatMap((one) => (one === UNKNOWN ? [] : [one]))
      : [];
  const isAsked = door.isInternetFacing === false && port !== undefined && listening.includes(port);
  const passage = isAsked ? carries(landscape, { from: client.address, to: door.address, port }) : undefined;
  const { carried, inPart, stoppedBy = "", fix = "" } = passage ?? {};
  const isShut = carried === false && inPart !== true;
  return [
    { server: door, host, ports, shut: isShut ? [stopped(stoppedBy.slice(0, -`: ${fix}`.length), fix)] : [] },
  ];
}

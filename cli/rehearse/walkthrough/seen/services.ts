import type { ECSClient, Service, ServiceConnectConfiguration } from "@aws-sdk/client-ecs";
import { DescribeServicesCommand, ListServicesCommand } from "@aws-sdk/client-ecs";
import type { SeenConnect, SeenService } from "./seen";

/** DescribeServices takes ten at once. */
const batch = 10;

export async function seeServices(
  ecs: ECSClient,
  clusterArns: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<SeenService[]> {
  const lists = await Promise.all(clusterArns.map((cluster) => servicesOf(ecs, cluster)));
  return lists.flat().map((service) => seenService(service, names));
}

async function servicesOf(ecs: ECSClient, cluster: string): Promise<Service[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.send(new ListServicesCommand({ cluster, nextToken }));
    arns.push(...(page.serviceArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  const found: Service[] = [];
  for (let first = 0; first < arns.length; first += batch) {
    const services = arns.slice(first, first + batch);
    found.push(...((await ecs.send(new DescribeServicesCommand({ cluster, services }))).services ?? []));
  }
  return found;
}

function seenService(service: Service, names: ReadonlyMap<string, string>): SeenService {
  const network = service.networkConfiguration?.awsvpcConfiguration;
  const named = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id).sort();
  return {
    name: service.serviceName ?? "",
    status: service.status ?? "",
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    subnets: named(network?.subnets ?? []),
    securityGroups: named(network?.securityGroups ?? []),
    publicIp: network?.assignPublicIp ?? "DISABLED",
    targets: (service.loadBalancers ?? []).map(
      ({ targetGroupArn = "", containerPort }) =>
        `${names.get(targetGroupArn) ?? targetGroupArn} gets port ${containerPort}`,
    ),
    connect: seenConnect(service.deployments?.[0]?.serviceConnectConfiguration),
  };
}

function seenConnect(configuration: ServiceConnectConfiguration | undefined): SeenConnect | undefined {
  if (!configuration?.enabled) return undefined;
  const offers = (configuration.services ?? []).flatMap(
    ({ clientAliases = [], discoveryName, portName = "" }) => {
      const aliases = clientAliases.flatMap(({ dnsName }) => dnsName ?? []);
      return aliases.length > 0 ? aliases : [discoveryName ?? portName];
    },
  );
  return { namespace: configuration.namespace ?? "", offers };
}

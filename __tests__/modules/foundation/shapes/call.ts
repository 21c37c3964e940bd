import * as frontyard from "../../../../modules";
import type { AwsStack } from "../../../../modules";
import { ARN, door, IMAGE, network } from "../../../support/parts";

/** Arguments by the names that they have. */
export type Given = Readonly<Record<string, unknown>>;

/** A call that is sound as it stands, and what makes it with other arguments. */
export interface Call {
  readonly sound: (stack: AwsStack) => Given;
  readonly make: (stack: AwsStack, given: Given) => void;
}

type Class = new (...given: unknown[]) => unknown;

export const STATE = "s3://states-of-example?region=us-east-1";

/** A constructor of the public API, by its name. */
export function construct(name: string, props: (stack: AwsStack) => object): Call {
  return {
    sound: (stack) => ({ props: props(stack) }),
    make: (stack, { props: given }) => {
      const Constructed = (frontyard as unknown as Record<string, Class>)[name]!;
      new Constructed(stack, `A${name}`, given);
    },
  };
}

/** A method, of what `on` makes. */
export function method(
  name: string,
  on: (stack: AwsStack) => unknown,
  sound: (stack: AwsStack) => Given,
): Call {
  return {
    sound,
    make: (stack, given) => {
      const owner = on(stack) as Record<string, (...given: unknown[]) => void>;
      owner[name]!(...Object.values(given));
    },
  };
}

/** A function, whose value `use` gives to a construct. */
export function made(name: string, sound: Given, use: (stack: AwsStack, value: never) => void): Call {
  return {
    sound: () => sound,
    make: (stack, given) => {
      const act = (frontyard as unknown as Record<string, (...given: unknown[]) => never>)[name]!;
      use(stack, act(...Object.values(given)));
    },
  };
}

const homes = new WeakMap<AwsStack, frontyard.Network>();
/** One network a stack. */
export const home = (stack: AwsStack): frontyard.Network => {
  const one = homes.get(stack) ?? network(stack);
  homes.set(stack, one);
  return one;
};
export const zone = (stack: AwsStack) => new frontyard.HostedZone(stack, "Zone", { name: "example.com" });
export const certificate = () => frontyard.existingCertificate(`${ARN}one`);
export const group = (stack: AwsStack, id = "Group") =>
  new frontyard.SecurityGroup(stack, id, { network: home(stack), name: id, description: "d" });
export const runs = (stack: AwsStack, container: object, rest: object = {}): void => {
  const props = { cluster: new frontyard.Cluster(stack, "Home", { network: home(stack) }), ...rest };
  new frontyard.FargateService(stack, "Runs", { ...props, container: { image: IMAGE, ...container } });
};
export const listens = (stack: AwsStack) => {
  const loadBalancer = door(stack, home(stack));
  return new frontyard.HttpsListener(stack, "Listens", { loadBalancer, certificates: [certificate()] });
};

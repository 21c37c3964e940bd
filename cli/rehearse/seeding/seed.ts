/** Something that a stack takes for there, and that is made in the emulated account before the stack is applied. */
export type Seed = { readonly region: string } & Thing;

export type Thing =
  | NetworkSeed
  | { readonly kind: "hosted zone"; readonly name: string; readonly isPrivate: boolean; readonly id?: string }
  | { readonly kind: "certificate"; readonly domain: string; readonly arn?: string }
  | { readonly kind: "server certificate"; readonly arn: string }
  | { readonly kind: "bucket"; readonly name: string }
  | { readonly kind: "secret"; readonly name: string; readonly arn?: string }
  | { readonly kind: "parameter"; readonly name: string; readonly value: string }
  | { readonly kind: "key"; readonly arn?: string; readonly alias?: string }
  | { readonly kind: "topic"; readonly name: string; readonly arn?: string }
  | { readonly kind: "web ACL"; readonly arn: string }
  | { readonly kind: "file system"; readonly id: string }
  | { readonly kind: "image repository"; readonly name: string }
  | { readonly kind: "role"; readonly name: string }
  | { readonly kind: "cluster"; readonly name: string };

/** A VPC with an internet gateway, and what stands in it. */
export interface NetworkSeed {
  readonly kind: "VPC";
  readonly id?: string;
  readonly tags: Tags;
  readonly subnets: readonly SubnetSeed[];
  /** By their ids. */
  readonly securityGroups: readonly string[];
  /** Path of the parameters that tell of it, as a NetworkContract writes them. */
  readonly parameterPath?: string;
}

export interface SubnetSeed {
  readonly id?: string;
  readonly tags: Tags;
  /** Subnets of one tier lie in a zone each. */
  readonly zone: number;
}

export type Tags = Readonly<Record<string, string>>;

/** What has to be there, and what is named and can't be made. */
export interface Seeds {
  readonly seeds: readonly Seed[];
  readonly notSeeded: readonly string[];
}
